a = [3, 1, 2]; d = {"k": a, **{1: 2}}; s = {1, 2} | {3}
a.sort(key=lambda v: -v); a[1:2] = (x for x in range(4)); del a[0]
for k, (v) in d.items(): d.get(k)
b, *c = *a, 1
print(a, d, s, c, a[::-2], (y := 5), {k: v for k, v in zip(a, c)}, 10 ** 40 // 7, -7 % 3, 1 << 70)
