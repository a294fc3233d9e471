import keyword

print(keyword.kwlist, keyword.iskeyword("for"), keyword.iskeyword("For"))
print(keyword.issoftkeyword("match"), keyword.iskeyword("match"))
