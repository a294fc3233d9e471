# A class's __dir__ tells what may have been meant.
class Settings:
    def __dir__(self):
        return ["width", "colour"]


Settings().color
