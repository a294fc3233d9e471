exec("x = 1\nprint(x is 1)")
