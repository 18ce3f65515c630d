CRLF = a
B = a \
 b
$(info [$(CRLF)] [$(B)])
all:
	echo
last = x