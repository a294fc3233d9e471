"""partialmethod."""
from functools import partialmethod


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, extra=None):
        self.alive = state
        return extra

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, extra='gone')
    say = partialmethod(lambda self, greeting, name: f'{greeting} {name}', 'hello')


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), c.alive, c.say('you'), Cell.set_alive(c, 'x'), c.alive)
try:
    partialmethod(5)
except TypeError as error:
    print(error)
