class K:
    def __init__(s,a): s.a=a
    def __eq__(s,o): return isinstance(o,K) and s.a==o.a
    def __hash__(s): return hash(s.a)
print(len({K(1),K(1),K(2)}), K(1) in {K(1)}, {K(1):'v'}[K(1)], [K(1)].index(K(1)), K(1) in [K(1)])
