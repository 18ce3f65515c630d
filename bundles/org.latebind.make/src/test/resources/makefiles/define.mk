define A
first
  second $(X)
endef
X = x
$(info [$(A)])
define B =
a \
b
	endef
# not a comment
endef
$(info [$(B)])
define C :=
$(X)
endef
X = y
$(info [$(C)])
define D +=
one
endef
define D +=
two
endef
$(info [$(D)])
define E
define inner
x
endef
y
endef
$(info [$(E)])
define F
endef
$(info [$(F)] $(flavor F) $(origin F))
define $(X)-name # comment
computed
endef
$(info [$(y-name)])
override define G
over
endef
G = no
$(info [$(G)])
define H ?=
once
endef
define H ?=
twice
endef
$(info [$(H)])
ifdef NONE
define I
else
endef
else
$(info passed over)
endif
define J # comment
x
  endef # comment
$(info [$(J)])
define K


endef
$(info [$(K)])
  define L
indented
  endef
$(info [$(L)])
define = 3
$(info [$(define)])
