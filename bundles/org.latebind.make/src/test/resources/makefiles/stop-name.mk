= x
