struct point { int x, y; union { int tag; long wide; }; };
struct opaque;
int counter;
typedef int number;
int use(struct point *p, struct opaque *o, struct point q) {
  int local_value = 1;
  local_valeu = 2;
  p->z = 1;
  p->tagg = 1;
  p.x = 1;
  q->x = 1;
  o->x = 1;
  number;
  return sizeof(*o) + undeclared_function_pointer + number;
}
