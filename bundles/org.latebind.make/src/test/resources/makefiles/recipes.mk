all: x y
	$(info not now)
	V = recipe
ifdef NONE
	V = passed over
endif
	ifdef
	endif

	# a comment of the shell
# a comment of make
	still
V2 = ends the rule
	V3 = not a recipe
$(info [$(V)] [$(V2)] [$(V3)])
one: ; V = x
	V = y
two three: one ; echo
	V4 = no
$(info [$(V)] [$(V4)])
t.o: TV = for targets
	V5 = yes
$(info [$(TV)] [$(V5)])
t.o: override TV := $(V2)
t.o: export TV += x
%.o: %.c
	V6 = no
a.o b.o: %.o: %.c
	V6 = no
dbl:: x
	V6 = no
$(info [$(V6)])
R = made: by ; V7 = no
$(R)
	V7 = no
$(info [$(V7)])
NOTHING =
$(NOTHING)
	V8 = yes
$(info [$(V8)])
: no targets
	V9 = no
$(info [$(V9)])
esc\:aped: x
	V10 = no
$(info [$(V10)])
cont: a \
  b
	line \
	V11 = no
$(info [$(V11)])
group1 group2 &: x
	V12 = no
$(info [$(V12)])
with$(NOTHING): $(info prerequisites are expanded)
	$(info recipes are not)
export
	V13 = yes
$(info [$(V13)])
w: x
vpath %.c src
	V14 = yes
$(info [$(V14)])
