A = x\\\
y
B = x\\
C = x\\\y
$(info [$(A)] [$(B)] [$(C)])
D = a \
# b
$(info [$(D)])
# comment \
E = in the comment
$(info [$(E)])
F = a\
\
\
b
$(info [$(F)])
$(info [$(subst a,b,a \
  a)])
G = $(subst a,b,a \
 a) # c
$(info [$(G)])
H = end \