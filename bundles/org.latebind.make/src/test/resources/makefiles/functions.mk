comma := ,
empty :=
space := $(empty) $(empty)
$(info 1 [$(subst ee,EE,feet on the street)] [$(subst ,x,ab)] [$(subst a,,banana)] [$(subst $(space),_,a b  c)])
$(info 2 [$(patsubst %.c,%.o,x.c.c bar.c  y.h)] [$(patsubst a%,b,ab ac da)] [$(patsubst x,y,x  z x)] [$(patsubst %,%,)] [$(patsubst %.c,,a.c b)])
$(info 3 [$(strip   a   b c  )] [$(strip )])
$(info 4 [$(findstring a,a b c)] [$(findstring a,b c)] [$(findstring ,b)])
$(info 5 [$(filter %.c %.s,foo.c bar.c baz.s ugh.h)] [$(filter-out main1.o main2.o,main1.o foo.o main2.o)] [$(filter a,)] [$(filter ,a)])
$(info 6 [$(sort foo bar lose foo)] [$(sort b B a _ -)])
$(info 7 [$(word 2,foo bar baz)] [$(word 4,foo)] [$(wordlist 2, 3,foo bar  baz qux)] [$(wordlist 3,2,a b c)] [$(wordlist 2,9,a b c)] [$(words a b  c)] [$(words )])
$(info 8 [$(firstword foo bar)] [$(lastword foo bar)] [$(firstword )] [$(lastword )])
$(info 9 [$(dir src/foo.c hacks)] [$(notdir src/foo.c hacks a/ b)] [$(suffix src/foo.c src-1.0/bar.c hacks .x a.b/c)] [$(basename src/foo.c src-1.0/bar hacks .x a.b/c)])
$(info 10 [$(addsuffix .c,foo  bar)] [$(addprefix src/,foo bar)] [$(addprefix a b,x y)] [$(join a b,.c .o)] [$(join a b c,.c)] [$(join a,.c .o)])
$(info 11 [$(if a,yes,no)] [$(if ,yes,no)] [$(if $(empty),yes)] [$(if $(space),blank is true,no)] [$(if  x  , y ,n)] [$(if ,a,b,c)])
$(info 12 [$(or a,b)] [$(or ,$(empty),c)] [$(or ,)] [$(and a,b)] [$(and a,,c)] [$(and a, b )])
$(info 13 [$(foreach v,a b c,<$(v)>)] [$(foreach v,a b,)] [$(foreach v,,x)] [$(foreach  v ,a  b,$(v)$(comma))])
reverse = $(2) $(1)
$(info 14 [$(call reverse,a,b)] [$(call reverse,a)] [$(call reverse, a, b )] [$(call nothere,x)] [$(call strip,  a   b )])
map = $(foreach a,$(2),$(call $(1),$(a)))
quoted = '$(1)'
$(info 15 [$(call map,quoted,x y z)] [$(call map,origin,map MAKE nope)])
inner = [$(1)|$(2)]
outer = $(call inner,$(2)) $(1)$(2)
$(info 16 $(call outer,a,b) [$(1)])
simple := $(1)x
$(info 17 [$(call simple,a)] [$(call inner,a,b,c)] [$(call quoted,a$(comma)b)])
$(info 18 [$(value inner)] [$(value nope)] [$(origin inner)] [$(flavor inner)] [$(flavor simple)] [$(flavor nope)])
fact = $(if $(word $(1),x x x x x),$(1)$(call fact,$(words x $(wordlist 1,$(1),x x x x x))))
$(info 19 [$(call fact,2)])
$(info 20 [$(foo:.c=.o)] [$(L:.c=.o)])
L := a.c b.c  c.h %.c
$(info 21 [$(L:.c=.o)] [$(L:%.c=x%)] [$(L:=.x)] [$(L:a%=%b%)] [${L:.c=.%}] [$(L:\%.c=y)])
x22 := ${subst (,[,a(b} ${subst a,b,(a} $(subst },],a})
$(info 22 [$(x22)])
$(info 23 [$(strip	tab	tab)] [$(notafunction a)] [$(subst$(space)a,b,a)])
$(info 24 [$(eval E1 := evaluated)$(E1)] [$(eval E2 = $$(E1))$(E2)])
define three
T1 := $(1)
ifdef T1
T2 := $$(T1)-2
endif
endef
$(eval $(call three,x))
$(info 25 [$(T1)] [$(T2)])
$(foreach n,p q,$(eval $(n)-var := $(n)!))
$(info 26 [$(p-var)] [$(q-var)])
$(info 27 [$(shell printf 'a\nb\n\n')] [$(shell echo a b)])
$(info 28 [$(abspath /a/../b//c/./d)] [$(notdir $(abspath x/../y))] [$(abspath /)])
$(info 29 [$(wildcard *.c)] [$(wildcard nothere *.h)] [$(wildcard sub/inc.mk sub/none.mk)] [$(wildcard [ab].c ?.h)])
$(info 30 [$(file < list.txt)] [$(file <nothere)])
$(warning only on the other stream)
$(info 31 [$(patsubst \%x,y,%x x)] [$(patsubst a\%b%,<%>,a%bc ab)] [$(filter \%a,%a a)])
$(info 32 [$(sort   )] [$(words $(sort a a b))] [$(join ,)] [$(addprefix x,)] [$(word 1, )])
$(info 33 [$(if $(filter y,y),$(if $(filter m,y),a,b),c)] [$(or $(and a,b,),$(and x,y))])
$(info 34 $(foreach x,1 2,$(foreach y,a b,$(x)$(y))) [$(x)])
x := global
$(info 35 [$(foreach x,1 2,$(eval g := $(x))$(x))] [$(g)] [$(x)] [$(foreach x,1,$(eval x := changed)$(x))] [$(x)])
$(info 36 [$(call or,,a)] [$(call if,a,b,c)] [$(call and,x,)])
$(info 37 [$(foreach x,1,$(origin x))] [$(call o)]) 
o = $(origin 0) $(0) $(flavor 1)
$(info 38 [$(call o,x)] [$(call  o )])
$(info 39 [$( L)] [$(L )] [$()] [$ ] [${}])
$(info 40 [$(patsubst %,x,a b)] [$(subst a,$$,a)] [$(words $$ $$)])
