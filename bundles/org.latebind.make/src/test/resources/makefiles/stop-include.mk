include nothere.mk
