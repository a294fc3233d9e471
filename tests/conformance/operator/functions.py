"""The operators as functions."""
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul('a', 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 10), op.matmul)
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.invert(5), op.inv(5), op.lshift(1, 4), op.rshift(16, 2), op.neg(3), op.pos(-3), op.abs(-7))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(3, 2), op.not_([]), op.truth('a'), op.is_(None, None), op.is_not(1, None))
print(op.contains([1, 2], 2), op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf('abc', 'b'), op.getitem({'k': 5}, 'k'), op.index(True))
d = [1, 2, 3]
op.setitem(d, 0, 'x')
op.delitem(d, 1)
print(d, op.length_hint(iter([1, 2, 3])), op.length_hint(5), op.length_hint(5, 9), op.call(max, 1, 5, key=None))
a = [1]
print(op.iadd(a, [2]), a, op.iconcat(a, [3]), op.imul(a, 2), op.ior({1}, {2}), op.isub(5, 2), op.iand(6, 3), op.ipow(2, 3))
print(op.__add__(1, 2), op.__getitem__('abc', 1), op.__lt__(1, 2), op.__not__(1))
