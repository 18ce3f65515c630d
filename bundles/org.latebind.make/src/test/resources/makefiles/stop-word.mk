A := $(word x,a)
