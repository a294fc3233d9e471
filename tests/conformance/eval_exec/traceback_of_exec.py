def run():
    exec("def inner():\n    raise ValueError('inside')\n\ninner()")


run()
