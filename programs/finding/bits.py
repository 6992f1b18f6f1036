"""Sets of places as one integer each: bit 0 is the first place."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, islice

WINDOW = 512  # bytes looked through at a time
_OFFSETS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]
_POPULATION = bytes(byte.bit_count() for byte in range(256))
_EQUAL = [bytes(49 if byte == code else 48 for byte in range(256)) for code in range(256)]


def where(reversed_column: bytes, code: int) -> int:
    """The places of a column, last place first, that hold the code."""
    return int(reversed_column.translate(_EQUAL[code]), 2) if reversed_column else 0


def of_places(places: Iterable[int], size: int) -> int:
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def stretch(start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << start


def places(bits: int) -> list[int]:
    data = _bytes(bits)
    return list(_places(data, 0, len(data)))


def nth(bits: int, offset: int, most: int) -> list[int]:
    """At most so many places, from the one before which `offset` others come."""
    data = _bytes(bits)
    low, high = 0, len(data)
    while high - low > WINDOW:
        middle = (low + high) // 2
        there = int.from_bytes(data[low:middle], "little").bit_count()
        if offset >= there:
            offset, low = offset - there, middle
        else:
            high = middle
    return list(islice(_windows(data, low), offset, offset + most))


def kept(order: Iterable[int], bits: int) -> Iterator[int]:
    """Of places in an order of their own, those of the set."""
    data = _bytes(bits)
    within = len(data) * 8
    return (p for p in order if p < within and data[p >> 3] >> (p & 7) & 1)


def running_counts(bits: int, size: int) -> list[int]:
    """How many there are before each eighth place, and in all."""
    return [0, *accumulate(_bytes(bits, size).translate(_POPULATION))]


def as_places(numbers: Iterable[int]) -> array:
    return array("I", numbers)


def _bytes(bits, size=0):
    return bits.to_bytes(max(bits.bit_length() + 7, size) // 8, "little")


def _windows(data, start):
    for low in range(start, len(data), WINDOW):
        yield from _places(data, low, min(low + WINDOW, len(data)))


def _places(data, low, high):
    held = compress(range(low, high), data[low:high] if high - low < len(data) else data)
    return (byte * 8 + bit for byte in held for bit in _OFFSETS[data[byte]])
