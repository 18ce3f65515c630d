	echo before any rule
