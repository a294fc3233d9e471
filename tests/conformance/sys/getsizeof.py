import sys
print(sys.getsizeof(1), sys.getsizeof(2**31), sys.getsizeof(1.5), sys.getsizeof(""), sys.getsizeof("abc"),
      sys.getsizeof("é"), sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof(b"ab"), sys.getsizeof([]))
