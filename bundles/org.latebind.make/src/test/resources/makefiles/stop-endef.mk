endef
