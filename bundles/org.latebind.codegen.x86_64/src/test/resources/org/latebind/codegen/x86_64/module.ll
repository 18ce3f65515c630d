; What lowering writes for a small driver. ATTRIBUTES, TARGET and FLAGS come from settings.
@jiffies = external dso_local global i64
@current_task = external dso_local global ptr, section ".data..percpu"
@handler = dso_local global ptr @callback
declare dso_local i32 @_printk(ptr, ...)
declare dso_local void @fill(ptr)

define internal i64 @callback(ptr %arg) #0 {
  %now = load i64, ptr @jiffies
  ret i64 %now
}

define dso_local i64 @indirect(ptr %fn, i64 %x) #0 {
  %r = call i64 %fn(i64 %x)
  %s = add i64 %r, 1
  ret i64 %s
}

define dso_local ptr @get_current() #0 {
  %t = call ptr asm "movq %gs:$1, $0", "=r,*m,~{dirflag},~{fpsr},~{flags}"(ptr elementtype(ptr) @current_task)
  ret ptr %t
}

define dso_local i32 @static_branch(ptr %key) #0 {
  callbr void asm sideeffect "1:\0A\09.byte 0x0f,0x1f,0x44,0x00,0x00\0A\09.pushsection __jump_table, \22aw\22\0A\09.balign 8\0A\09.long 1b - ., ${1:l} - .\0A\09.quad ${0:c} - .\0A\09.popsection", "i,!i,~{dirflag},~{fpsr},~{flags}"(ptr @handler)
          to label %off [label %on]
off:
  ret i32 0
on:
  ret i32 1
}

define dso_local i1 @test_and_set(ptr %word, i64 %bit) #0 {
  %c = call i8 asm sideeffect "lock; btsq $2,$0", "=*m,={@ccc},Ir,*m,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i64) %word, i64 %bit, ptr elementtype(i64) %word)
  %b = trunc i8 %c to i1
  ret i1 %b
}

define dso_local void @guarded() #0 {
  %buffer = alloca [64 x i8]
  call void @fill(ptr %buffer)
  ret void
}

define dso_local i32 @chosen(i32 %x) #0 {
  switch i32 %x, label %d [ i32 0, label %a
                            i32 1, label %b
                            i32 2, label %c
                            i32 3, label %e
                            i32 4, label %f ]
a:
  call void @fill(ptr null)
  br label %d
b:
  call void @fill(ptr @jiffies)
  br label %d
c:
  call void @fill(ptr @handler)
  br label %d
e:
  %p = call i32 (ptr, ...) @_printk(ptr @handler, i32 5)
  br label %d
f:
  %q = call i32 (ptr, ...) @_printk(ptr @jiffies, i32 7)
  br label %d
d:
  ret i32 3
}

attributes #0 = { ATTRIBUTES }
