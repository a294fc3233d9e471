"""string.Template: text with $names."""
from string import Template

t = Template("$who likes ${what}s, not $$5, $Who")
print(t.substitute(who="tim", what="kung pao", Who=1), t.template)
print(t.safe_substitute(who="tim"), Template("$a").substitute({"a": 1}, a=2), Template("$a $b").substitute({"a": 1}, b=2))
for text in ["$", "$1", "a\nb $", "${a", "$é", "${}", "$a"]:
    try:
        print(Template(text).substitute(b=1))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
    print(Template(text).safe_substitute(b=1), Template(text).is_valid(), end=" ")
print(t.get_identifiers())


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(Percent("%a %% %{b} $a %A").safe_substitute(a=1, b=2))
