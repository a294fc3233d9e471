"""Deep copies share nothing that can change."""
import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


a = [1, [2, {'k': (3, [4])}], {5}]
b = copy.deepcopy(a)
b[1][1]['k'][1].append('new')
print(a, b)
t = (1, 'a', (2, 3))
print(copy.deepcopy(t) is t, copy.deepcopy((1, [2])) == (1, [2]))
ring = Node(1)
ring.next = Node(2)
ring.next.next = ring
made = copy.deepcopy(ring)
print(made.next.next is made, made is not ring, made.next.value)
shared = [0]
pair = [shared, shared]
double = copy.deepcopy(pair)
print(double[0] is double[1], double[0] is shared)
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again, again is not loop)
d = {}
d['self'] = d
e = copy.deepcopy(d)
print(e['self'] is e)


class Special:
    def __init__(self):
        self.data = [1]

    def __deepcopy__(self, memo):
        new = Special()
        new.data = copy.deepcopy(self.data, memo) + ['deep']
        return new


print(copy.deepcopy([Special()])[0].data)


class Stateful:
    def __init__(self):
        self.keep, self.drop = [1], 'x'

    def __getstate__(self):
        return {'keep': self.keep}

    def __setstate__(self, state):
        self.__dict__.update(state) if False else setattr(self, 'keep', state['keep'])
        self.restored = True


s = copy.deepcopy(Stateful())
print(s.keep, s.restored, hasattr(s, 'drop'))


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n * 2,)


print(copy.copy(Reduced(4)).n, copy.deepcopy(Reduced(4)).n)
print(copy.deepcopy(print) is print, copy.deepcopy(Node) is Node, copy.deepcopy({(1, 2): 'k'}))
