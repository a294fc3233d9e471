class Cn:
    n=0; l=[]
    def __init__(s): Cn.n+=1; s.l.append(1); type(s).z=3
Cn();Cn(); print(Cn.n,Cn.l,Cn.z)
