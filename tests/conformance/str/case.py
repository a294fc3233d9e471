"""The mappings of case, also those that change the length."""

for text in ["hello World", "ÀÉÎ", "straße", "ΑΣ", "ΑΣΑ", "ǆ", "ﬁ", "İ", "they're bill's", "", "123", "a1b", "ǅ"]:
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())
