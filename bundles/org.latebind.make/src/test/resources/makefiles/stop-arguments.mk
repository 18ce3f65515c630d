A := $(subst a)
