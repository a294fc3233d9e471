frobnicate(1)
