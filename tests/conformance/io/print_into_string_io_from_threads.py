"""io.StringIO: nothing is lost when several threads write."""
import io
import threading

out = io.StringIO()


def work(name):
    for i in range(200):
        out.write(f"{name}:{i}\n")
        if i % 50 == 0:
            out.getvalue()


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
lines = out.getvalue().splitlines()
print(len(lines), len(set(lines)))
for n in range(4):
    mine = [line for line in lines if line.startswith(f"{n}:")]
    print(mine == [f"{n}:{i}" for i in range(200)])
