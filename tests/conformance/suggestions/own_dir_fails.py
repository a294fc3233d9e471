# A __dir__ that raises: no suggestion.
class Settings:
    colour = 1

    def __dir__(self):
        raise ValueError


Settings().color
