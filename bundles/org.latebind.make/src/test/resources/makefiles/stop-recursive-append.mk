A = x
A += $(A)
$(info $(A))
