static int here(void);
static int weakly(void) __attribute__((weakref("here")));
int keep(void) __attribute__((indirect_branch("keep")));
int priority(void) __attribute__((constructor(101)));
int fast(double x) __attribute__((optimize("fast-math")));
int small(void) __attribute__((optimize("O0", "no-tree-vectorize", "omit-frame-pointer")));
int patched(void) __attribute__((patchable_function_entry(5, 2)));
int unpatched(void) __attribute__((patchable_function_entry(0, 0), sysv_abi, no_such_attribute));
int target_one(void) __attribute__((target("sse4.2")));
int __attribute__((ms_abi)) firmware(int x);
typedef int (__attribute__((ms_abi)) *firmware_call)(int);
struct table { firmware_call call; int (__attribute__((__ms_abi__)) *other)(int), plain; } table;
struct pair { int a, b; };
_Atomic struct pair both;
int use(void) {
  int (*native)(int) = table.call;
  register unsigned long sp asm("rsp");
  register unsigned long written asm("rbx") = 1;
  unsigned long x = sp + sizeof(sp) + written;
  return table.plain + keep() + weakly() + (int)x + native(1) + fast(1) + small()
      + patched() + unpatched() + target_one();
}
int __attribute__((stdcall)) called(int) __attribute__((regparm(3)));
