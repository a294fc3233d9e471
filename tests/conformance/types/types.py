import types
from types import MappingProxyType, MethodType, SimpleNamespace

n = SimpleNamespace(a=1, b="two")
n.c = [3]
print(n, n.a, n == SimpleNamespace(a=1, b="two", c=[3]), n != SimpleNamespace())
del n.a
print(n, SimpleNamespace())


class Space(SimpleNamespace):
    pass


print(Space(x=1))
proxy = MappingProxyType({"a": 1})
print(proxy, proxy["a"], len(proxy), list(proxy), "a" in proxy, proxy.get("z", 0), dict(proxy), proxy == {"a": 1}, proxy | {"b": 2})
for action in (lambda: proxy.__setitem__("b", 1), lambda: proxy["z"], lambda: MappingProxyType(5)):
    try:
        action()
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)


class A:
    def f(self):
        yield 1


a = A()
a.g = MethodType(lambda self, x: (self is a, x), a)
print(a.g(5), isinstance(a.f, MethodType), isinstance(A.f, types.FunctionType), isinstance(a.f(), types.GeneratorType))
print(isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType))
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), isinstance(lambda: 0, types.LambdaType))
print(types.NoneType, types.FunctionType, types.EllipsisType, types.MappingProxyType)
B = types.new_class("B", (A,), {}, lambda ns: ns.update(x=5))
print(B, B.x, B.__bases__, types.resolve_bases((list[int], A)))
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType), isinstance(error.__traceback__.tb_frame, types.FrameType))
print(types.TracebackType, types.FrameType, types.CodeType is type(A.f.__code__))
