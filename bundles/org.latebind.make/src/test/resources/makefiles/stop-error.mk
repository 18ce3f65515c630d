$(info one)
$(error two)
$(info three)
