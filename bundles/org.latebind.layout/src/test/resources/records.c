/* Bit-fields, on their own and with each attribute that moves them. */
struct plain { char a; int b : 7; int : 0; long c; };
struct shared { char a; int b : 4; int c : 20; int d : 9; };
struct straddling { int a : 31; int b : 2; char c : 3; };
struct wide { long a : 33; long b : 31; long c : 1; };
struct mixed { char a : 3; short b : 9; int c : 20; long d : 40; };
struct whole { char a : 1; int b : 8; short c : 16; };
struct unnamed { char a; int : 5; char b; };
struct only_unnamed { int : 5; };
struct zeros { char a; char : 0; short : 0; char b; long : 0; char c; };
struct trailing_zero { char a; int : 0; };
struct aligned_field { char a; int b : 3 __attribute__((aligned(8))); int c : 3; };
union fields { int a : 3; char b; long c : 40; };

/* packed: on the record, on a member. */
struct packed { char a; long b; short c; } __attribute__((packed));
struct packed_fields { char a; int b : 31; int c : 2; short d; } __attribute__((packed));
struct packed_zero { char a; int b : 3; int : 0; char c; } __attribute__((packed));
struct packed_member { char a; long b __attribute__((packed)); int c; };
struct packed_field { char a; int b : 30 __attribute__((packed)); int c : 30; };
struct packed_whole { char a : 1; int b : 8; int c : 16; } __attribute__((packed));

/* packed and aligned. */
struct packed_aligned { char a; long b; } __attribute__((packed, aligned(4)));
struct packed_but_one { char a; long b __attribute__((aligned(4))); short c; } __attribute__((packed));
struct packed_aligned_field { char a; int b : 5 __attribute__((aligned(2))); int c : 5; } __attribute__((packed));
struct aligned { char a; int b __attribute__((aligned(16))); char c; } __attribute__((aligned(32)));

/* #pragma pack limits alignments, those asked for too. */
#pragma pack(2)
struct pack2 { char a; long b; char c; };
struct pack2_fields { char a; int b : 31; int c : 2; };
struct pack2_zero { char a; int : 0; char b; };
struct pack2_aligned { char a; int b __attribute__((aligned(8))); };
struct pack2_aligned_field { char a; int b : 3 __attribute__((aligned(8))); };
struct pack2_whole { char a; int b : 8; int c : 32; };
#pragma pack(1)
struct pack1 { char a; long b; } __attribute__((aligned(4)));
struct pack1_zero { char a; int b : 3; long : 0; int c : 3; };
struct pack1_packed { char a; int b : 5; short c; } __attribute__((packed));
#pragma pack()

/* Nothing in them. */
struct empty { };
union empty_union { };
struct aligned_empty { } __attribute__((aligned(8)));
struct with_empty { char a; struct empty b; int c; };
struct no_elements { char a; long b[0]; };

/* Arrays at the end. */
struct flexible { char a; int b[]; };
union flexible_union { struct { struct empty none; int b[]; }; char c; };
struct flexible_in_union { char a; union { struct { struct empty none1; long b[]; }; struct { struct empty none2; char c[]; }; }; };

/* Records in records. */
struct inner { char a; long b; };
struct outer { char a; struct inner b[3]; char c; union fields d; };
struct packed_outer { char a; struct inner b; } __attribute__((packed));
struct packed_inner { char a; struct packed b; int c; };
union parts { struct inner a; char b[17]; };
