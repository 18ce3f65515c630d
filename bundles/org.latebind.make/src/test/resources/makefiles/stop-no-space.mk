ifeq(a,a)
endif
