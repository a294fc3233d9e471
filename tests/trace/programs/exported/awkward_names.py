# Names that are no plain words: quotes, backslashes, control characters, what lies beyond ASCII and beyond 16 bits, half of a
# surrogate pair, nothing at all, and more than is kept of a name.
import threading

names = ['say "hi"', "C:\\new\\table", "two\nlines\tand\r\x00\x01\x1f\x7f", "Zo\u00eb \u6f22\u5b57 \U0001f9f5", "half \ud800", "\udfff",
         "\u2028\u2029</script>", "", "\u6f22" * 100]


class Küche:
    def __init__(self):
        self.schlüssel = threading.Lock()

    def cook(self):
        with self.schlüssel:
            print("cooks")


Küche.__name__ = 'a "kitchen"\\\n'
küche = Küche()
threads = [threading.Thread(target=küche.cook, name=name) for name in names]
with küche.schlüssel:
    for t in threads: t.start()
    for t in threads: t.join(0.01)
for t in threads: t.join()
