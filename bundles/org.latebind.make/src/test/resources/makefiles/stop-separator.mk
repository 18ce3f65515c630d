A = 1
$(info before)
what is this
$(info after)
