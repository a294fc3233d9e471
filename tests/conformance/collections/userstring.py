"""UserString: a str to derive from."""
from collections import UserString


class Shout(UserString):
    def shout(self):
        return self.upper() + '!'


s = Shout('hello')
print(s, repr(s), s.shout(), type(s.shout()).__name__, len(s), s[1], s[1:3], 'ell' in s, s == 'hello', s < 'z')
print(s + ' you', 'oh ' + s, s * 2, s.replace('l', 'L'), s.split('l'), s.startswith('he'), s.find('l'), s.center(11, '*'))
print(hash(s) == hash('hello'), int(UserString('42')), float(UserString('1.5')), UserString(5), s.join(['1', '2']))
print(UserString('%d items') % 3, UserString('{} and {x}').format(1, x=2), s.encode(), s.islower(), s.partition('l'))
