// Names the engine itself looks up, interned once a run: `names.init` is the Str "__init__".
#pragma once

namespace threadbook::python {

struct Str;

// clang-format off
#define THREADBOOK_NAMES(X) \
  X(init, "__init__") X(new_, "__new__") X(call, "__call__") X(class_, "__class__") \
  X(dict, "__dict__") X(name, "__name__") X(qualname, "__qualname__") X(module, "__module__") \
  X(doc, "__doc__") X(bases, "__bases__") X(mro, "__mro__") X(file, "__file__") \
  X(builtins, "__builtins__") X(annotations, "__annotations__") X(slots, "__slots__") \
  X(enter, "__enter__") X(exit, "__exit__") X(iter, "__iter__") X(next, "__next__") \
  X(len, "__len__") X(bool_, "__bool__") X(contains, "__contains__") X(getitem, "__getitem__") \
  X(setitem, "__setitem__") X(delitem, "__delitem__") X(getattr, "__getattr__") \
  X(getattribute, "__getattribute__") X(setattr, "__setattr__") X(delattr, "__delattr__") \
  X(del, "__del__") X(get, "__get__") X(set, "__set__") X(delete_, "__delete__") X(set_name, "__set_name__") \
  X(init_subclass, "__init_subclass__") X(class_getitem, "__class_getitem__") X(eq, "__eq__") X(ne, "__ne__") X(lt, "__lt__") \
  X(le, "__le__") X(gt, "__gt__") X(ge, "__ge__") X(hash, "__hash__") X(repr, "__repr__") \
  X(str, "__str__") X(format, "__format__") X(bytes, "__bytes__") X(index, "__index__") \
  X(int_, "__int__") X(float_, "__float__") X(neg, "__neg__") X(pos, "__pos__") \
  X(invert, "__invert__") X(abs, "__abs__") X(round, "__round__") X(reversed, "__reversed__") \
  X(add, "__add__") X(sub, "__sub__") X(mul, "__mul__") X(matmul, "__matmul__") \
  X(truediv, "__truediv__") X(mod, "__mod__") X(pow, "__pow__") X(lshift, "__lshift__") \
  X(rshift, "__rshift__") X(or_, "__or__") X(xor_, "__xor__") X(and_, "__and__") \
  X(floordiv, "__floordiv__") X(radd, "__radd__") X(rsub, "__rsub__") X(rmul, "__rmul__") \
  X(rmatmul, "__rmatmul__") X(rtruediv, "__rtruediv__") X(rmod, "__rmod__") X(rpow, "__rpow__") \
  X(rlshift, "__rlshift__") X(rrshift, "__rrshift__") X(ror, "__ror__") X(rxor, "__rxor__") \
  X(rand, "__rand__") X(rfloordiv, "__rfloordiv__") X(iadd, "__iadd__") X(isub, "__isub__") \
  X(imul, "__imul__") X(imatmul, "__imatmul__") X(itruediv, "__itruediv__") X(imod, "__imod__") \
  X(ipow, "__ipow__") X(ilshift, "__ilshift__") X(irshift, "__irshift__") X(ior, "__ior__") \
  X(ixor, "__ixor__") X(iand, "__iand__") X(ifloordiv, "__ifloordiv__") \
  X(match_args, "__match_args__") X(notes, "__notes__") X(cause, "__cause__") \
  X(context, "__context__") X(suppress_context, "__suppress_context__") \
  X(traceback, "__traceback__") X(args, "args") X(super, "super") X(main, "__main__") \
  X(all, "__all__") X(abstract_methods, "__abstractmethods__") X(classcell, "__classcell__") \
  X(instancecheck, "__instancecheck__") X(subclasscheck, "__subclasscheck__") X(self, "self") X(sep, "sep") X(end, "end") X(sys, "sys") \
  X(stdout_, "stdout") X(original_stdout, "__stdout__") X(original_stderr, "__stderr__")
// clang-format on

struct WellKnownNames {
#define THREADBOOK_NAME(id, text) Str* id = nullptr;
  THREADBOOK_NAMES(THREADBOOK_NAME)
#undef THREADBOOK_NAME
};

}  // namespace threadbook::python
