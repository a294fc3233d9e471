# A class whose __getattr__ raises an AttributeError of its own words.
class Settings:
    colour = "red"

    def __getattr__(self, name):
        raise AttributeError(f"no setting {name}")


Settings().color
