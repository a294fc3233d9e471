class Endless:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return f"{self}"

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __len__(self):
        return len(self)

    def __getattr__(self, name):
        return getattr(self, name)

    def __bool__(self):
        return bool(self)

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other


def attempt(function):
    try:
        function()
    except RecursionError as error:
        print(str(error).startswith("maximum recursion depth exceeded"))


endless = Endless()
for function in (
    lambda: repr(endless), lambda: str(endless), lambda: endless == 1, lambda: hash(endless), lambda: len(endless),
    lambda: endless.x, lambda: bool(endless), lambda: endless(), lambda: endless + 1, lambda: [endless].__repr__(),
    lambda: {endless: 1}, lambda: endless in [1],
):
    attempt(function)
