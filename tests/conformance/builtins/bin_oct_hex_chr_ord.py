"""Numbers and characters as text."""
print(bin(10), oct(64), hex(255), bin(-5), hex(-255), oct(0), bin(True), hex(2**70))
print(chr(65), chr(228), chr(0x1F600), ord('A'), ord('€'), ord(b'x'), [chr(ord(c) + 1) for c in 'HAL'])
for do in (lambda: bin(1.5), lambda: hex('a'), lambda: chr(-1), lambda: chr(0x110000), lambda: chr('a'), lambda: ord(''), lambda: ord('ab'), lambda: ord(5), lambda: chr(10**20)):
    try:
        do()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
