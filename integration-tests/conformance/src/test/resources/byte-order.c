/* What a byte at an address of an object is. Optimized, nothing is left of any CHECK that holds. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef unsigned __int128 u128;

extern void wrong(int line);
#define CHECK(holds) do { if (!(holds)) wrong(__LINE__); } while (0)
#define BIG (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
/* Without a loop, which an optimizer need not unroll before it is too late. */
#define FOUR(check, i) check(i); check((i) + 1); check((i) + 2); check((i) + 3)
#define EIGHT(check, i) FOUR(check, i); FOUR(check, (i) + 4)
/* Byte i of a number of n bytes, in memory's order. */
#define BYTE(value, n, i) ((u8)((u128)(value) >> 8 * (BIG ? (n) - 1 - (i) : (i))))

union word {
	u64 all;
	u32 half[2];
	u8 byte[8];
};

struct fields {
	u32 a : 3;
	u32 b : 7;
	int c : 11;
	u32 d : 11;
};

/* Ten bytes; no unit of a field's type lies within the fields. */
struct wide {
	u8 before;
	u64 a : 40;
	u64 b : 24;
	u8 after;
} __attribute__((packed));

union bits {
	struct fields field;
	u32 all;
	u8 byte[4];
};

union wide_bits {
	struct wide field;
	u8 byte[sizeof(struct wide)];
};

struct many {
	u16 a;
	u32 b, c;
	u64 d, e;
	u8 f[4];
	short g, h, i;
};

union many_bytes {
	struct many field;
	u8 byte[sizeof(struct many)];
};

static const union word constant = { 0x0102030405060708 };
static const union bits constant_bits = { { 5, 0x55, -3, 0x123 } };
static const union wide_bits constant_wide_bits = { { 0xaa, 0xa1fedcba98, 0x15a5a5, 0xbb } };
static const __CHAR32_TYPE__ constant_text[] = U"\U00010203";
static const double constant_real = 1.0;

static void objects(u64 any)
{
	union word local = { 0x0102030405060708 };
	union many_bytes copied = { { 0x1234, 2, 3, 4, 0x1122334455667788, { 5, 6, 7, 8 }, 9, 10, 11 } };
	u128 both = (u128)any << 64 | ~any;
	const u8 *bytes = (const u8 *)&both;

#define CONSTANT(i) CHECK(constant.byte[i] == BYTE(0x0102030405060708, 8, i))
#define LOCAL(i) CHECK(local.byte[i] == BYTE(0x0102030405060708, 8, i))
#define COPIED(i) CHECK(copied.byte[__builtin_offsetof(struct many, e) + (i)] == BYTE(0x1122334455667788, 8, i))
	EIGHT(CONSTANT, 0);
	EIGHT(LOCAL, 0);
	EIGHT(COPIED, 0);
	CHECK(local.half[BIG] == 0x05060708);
	CHECK(copied.byte[0] == (BIG ? 0x12 : 0x34));
	CHECK(*(const u64 *)(bytes + (BIG ? 0 : 8)) == any);
	CHECK(((const u8 *)constant_text)[BIG ? 1 : 2] == 1);
	CHECK(((const u8 *)&constant_real)[BIG ? 0 : 7] == 0x3f);
	CHECK((u8)any == bytes[BIG ? 7 : 8]);
}

/* The first bit-field has a byte's most significant bits where bytes go from the most significant one. */
static void fields(u32 any)
{
	union bits local = { { 5, 0x55, -3, 0x123 } };
	u32 all = BIG ? 5u << 29 | 0x55u << 22 | (-3 & 0x7ffu) << 11 | 0x123u
		      : 5u | 0x55u << 3 | (-3 & 0x7ffu) << 10 | 0x123u << 21;
	union bits written = { .all = any };

	CHECK(local.all == all);
	CHECK(constant_bits.all == all);
#define BITS(i) CHECK(constant_bits.byte[i] == BYTE(all, 4, i))
	FOUR(BITS, 0);
	CHECK(constant_bits.field.a == 5 && constant_bits.field.b == 0x55);
	CHECK(constant_bits.field.c == -3 && constant_bits.field.d == 0x123);
	written.field.c = -1;
	CHECK(written.field.c == -1);
	CHECK(written.all == (any | (BIG ? 0x7ffu << 11 : 0x7ffu << 10)));
	written.field.a = 6;
	CHECK((written.all >> (BIG ? 29 : 0) & 7) == 6);
}

static void wide_fields(void)
{
	union wide_bits local = { { 0xaa, 0xa1fedcba98, 0x15a5a5, 0xbb } };

#define SAME(i) CHECK(local.byte[i] == constant_wide_bits.byte[i])
	EIGHT(SAME, 0);
	SAME(8);
	SAME(9);
	CHECK(local.byte[1] == (BIG ? 0xa1 : 0x98));
	CHECK(constant_wide_bits.field.a == 0xa1fedcba98 && constant_wide_bits.field.b == 0x15a5a5);
	local.field.a = 0x5555555555;
	CHECK(local.field.before == 0xaa && local.field.b == 0x15a5a5 && local.field.after == 0xbb);
	CHECK(local.field.a == 0x5555555555);
}

/* How values travel must not show. */
struct one { u8 a; };
struct two { u8 a, b; };
struct three { u8 a[3]; };
struct four { u16 a; u8 b, c; };
struct five { u8 a[5]; };
struct eight { u32 a; u16 b; u8 c, d; };
struct sixteen { u64 a, b; };

static struct one pass1(struct one x) { x.a++; return x; }
static struct two pass2(struct two x) { x.a += x.b; return x; }
static struct three pass3(struct three x) { x.a[0] += x.a[2]; return x; }
static struct four pass4(struct four x) { x.a += x.c; return x; }
static struct five pass5(struct five x) { x.a[1] += x.a[4]; return x; }
static struct eight pass8(struct eight x) { x.a += x.d; return x; }
static struct sixteen pass16(struct sixteen x) { x.a += x.b; return x; }
static u128 pass_wide(u8 before, u128 x, u16 after) { return x + before + after; }
static int pass_narrow(signed char a, u8 b, short c, u16 d, _Bool e) { return a + b + c + d + e; }

static void calls(u8 any)
{
	CHECK(pass1((struct one) { any }).a == (u8)(any + 1));
	CHECK(pass2((struct two) { any, 2 }).a == (u8)(any + 2));
	CHECK(pass3((struct three) { { any, 2, 3 } }).a[0] == (u8)(any + 3));
	CHECK(pass4((struct four) { any, 2, 3 }).a == any + 3);
	CHECK(pass5((struct five) { { 1, any, 3, 4, 5 } }).a[1] == (u8)(any + 5));
	CHECK(pass8((struct eight) { any, 2, 3, 4 }).a == any + 4u);
	CHECK(pass16((struct sixteen) { any, 2 }).a == any + 2ul);
	CHECK(pass_wide(1, (u128)any << 64, 2) == ((u128)any << 64) + 3);
	CHECK(pass_narrow(-1, 255, -2, 65535, 2) == 65788);
}

void check(u64 any)
{
	objects(any);
	fields(any);
	wide_fields();
	calls(any);
}
