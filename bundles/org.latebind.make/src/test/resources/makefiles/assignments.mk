A = $(B)
B := late
C := $(B)
B := later
$(info 1 [$(A)] [$(C)])
D ?= first
D ?= second
$(info 2 [$(D)])
E += e1
E += e2
$(info 3 [$(E)] $(flavor E))
F := f1
F += $(B)
B := x
$(info 4 [$(F)] $(flavor F))
G ::= $(B)
$(info 5 [$(G)] $(flavor G))
H != printf 'a\nb\n\n'
$(info 6 [$(H)] $(flavor H))
I =
I += only
$(info 7 [$(I)])
J = one   
$(info 8 [$(J)])
K=a#b
$(info 9 [$(K)])
L = a\#b
$(info 10 [$(L)])
M:=$(empty) x
$(info 11 [$(M)])
N = a \
	b   \
   c
$(info 12 [$(N)])
x-$(B)-y = computed
$(info 13 [$(x-x-y)] [$(x-$(B)-y)])
O = a = b := c
$(info 14 [$(O)])
ifdef = a directive's name
$(info 15 [$(ifdef)])
export P = exported
override Q = overridden
Q = not
override export R := both
$(info 16 [$(P)] [$(Q)] [$(R)] $(origin P) $(origin Q) $(origin nope) $(origin MAKEFILE_LIST) $(origin info))
S = $(S2)
S2 = $$(notexpanded) $$
$(info 17 [$(S)] [$(value S)])
undefine S
$(info 18 [$(S)] $(origin S) $(flavor S))
T := $(T)loop
$(info 19 [$(T)])
U = 1
U := $(U)2
$(info 20 [$(U)])
private V = p
$(info 21 [$(V)])
W = a\\#comment
$(info 22 [$(W)])
X := a$
$(info 23 [$(X)])
Y = $(info inside)y
$(info 24 [$(Y)$(Y)])
Z := $A$C
$(info 25 [$Z])
AA = $(B
AB = b)
$(info 26 [$(value AA)])
