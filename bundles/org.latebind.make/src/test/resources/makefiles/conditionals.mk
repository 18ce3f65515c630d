Y := y
ifdef Y
$(info 1 yes)
else
$(info 1 no)
endif
ifndef NONE
$(info 2 yes)
endif
EMPTY =
ifdef EMPTY
$(info 3 no)
endif
BLANKS = $(EMPTY)
ifdef BLANKS
$(info 4 yes)
endif
ifeq ($(Y),y)
$(info 5 yes)
endif
ifeq ( $(Y),y)
$(info 6 no)
else
$(info 6 yes)
endif
ifeq ($(Y) , y)
$(info 7 yes)
endif
ifeq ($(Y),y )
$(info 8 no)
endif
ifneq '$(Y)' "n"
$(info 9 yes)
endif
ifeq "$(Y)" 'y'
$(info 10 yes)
endif
ifeq ($(subst a,b,a),b)
$(info 11 yes)
endif
ifeq ($(Y),m)
$(info 12 m)
else ifeq ($(Y),n)
$(info 12 n)
else ifdef Y
$(info 12 y)
else
$(info 12 else)
endif
ifdef NONE
ifeq broken
nonsense here
else
endif
define X
endif
endef
 ifdef Y
$(info 13 no)
 else
$(info 13 no)
 endif
else
  ifdef Y
    $(info 13 yes)
  endif
endif # a comment
N = Y
ifdef $(N)
$(info 14 yes)
endif
ifeq (,)
$(info 15 yes)
endif
ifeq ($(EMPTY),) # comment
$(info 16 yes)
endif
ifeq (a,a) extra
$(info 17 yes)
endif
ifeq ((a,b),(a,b))
$(info 18 yes)
endif
ifeq 'a b'   'a b'
$(info 19 yes)
endif
	ifdef Y
	V := tabbed
	else
	V := wrong
	endif
$(info 20 $(V))
ifndef Y
else ifndef Y
else
$(info 21 yes)
endif
