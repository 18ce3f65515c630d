include sub/inc.mk
$(info [$(INC)] [$(words $(MAKEFILE_LIST))] [$(lastword $(MAKEFILE_LIST))])
-include nothere.mk
sinclude nothere.mk
N = inc
include sub/$(N).mk sub/inc.mk
$(info [$(INC)])
include
include $(NOTHING)
-include sub/in*.mk
$(info [$(INC)])
a: b
-include sub/open.mk
$(info [$(OPEN)])
