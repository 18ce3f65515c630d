$(eval ifdef A)
