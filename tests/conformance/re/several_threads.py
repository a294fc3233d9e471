"""re: several threads use the same patterns."""
import re
import threading

results = {}


def work(n):
    found = 0
    for i in range(40):
        found += len(re.findall(r"(\w+)-(\d+)", f"a-{i} b-{n} c-x"))
        found += re.compile(f"x{{{n + 1}}}").match("x" * 10).end()
    results[n] = found


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))
