"""Numbers in words and in mixed writing ("two hundred and fifty", "1.5 million", "2 1/2", "the 21st", "a hundred")."""

from __future__ import annotations

from dataclasses import replace

from sayso.digest._lexer import FRACTIONS, Word

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "mln": 1e6, "bln": 1e9, "trn": 1e12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
SUFFIXES = frozenset(("st", "nd", "rd", "th"))
#: Letters right behind digits that multiply: "10k", "$5m", "3bn".
LETTERS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
#: … as they are written; a small "m" may be metres and is left to the reader of quantities.
GLUED = frozenset(("k", "K", "M", "bn", "BN", "B", "b", "tn", "mn", "mln", "bln", "trn", "T"))
HYPHENS = frozenset("-‐‑")
#: What written fractions are parts of; "9/11" is a day.
BELOW = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16))
HALF = ["and", "a", "half"]
#: Longest number phrase in words; longer runs ("one one one …") are cut.
LONGEST = 14


def merge_numbers(words: list[Word]) -> list[Word]:
    """The words with every number phrase made one word of kind "number"; linear in their count."""
    merged: list[Word] = []
    at = 0
    while at < len(words):
        size, number = _phrase(words, at)
        if (
            number is not None
            and not number.ordinal
            and [word.lower for word in words[at + size : at + size + 3]] == HALF
        ):
            scaled, scale = _scales(words, at + size + 3)
            value = ((number.value or 0.0) + 0.5) * scale
            size += 3 + scaled
            number = _join(words, at, size, value)
        merged.append(number if number is not None else words[at])
        at += size
    return merged


def _phrase(words: list[Word], at: int) -> tuple[int, Word | None]:
    """How many words the number phrase at `at` takes, and the number; (1, None) where there is none."""
    word = words[at]
    if word.kind == "number":
        return _digits(words, at)
    if word.lower in ONES or word.lower in TENS or word.lower in ORDINALS:
        return _spelled(words, at)
    if word.lower in ("a", "an") and at + 1 < len(words) and words[at + 1].lower in SCALES:
        return _spelled(words, at)
    return 1, None


def _join(words: list[Word], at: int, size: int, value: float, *, ordinal: bool = False) -> Word:
    first, last = words[at], words[at + size - 1]
    raw = first.raw if size == 1 else first.raw + " " + last.raw
    return replace(
        first, end=last.end, raw=raw, lower=raw.lower(), kind="number", value=value, ordinal=ordinal, plain=False
    )


def _touching(words: list[Word], at: int) -> bool:
    """Whether the word at `at` follows the one before it without a space."""
    return at < len(words) and words[at].start == words[at - 1].end


def _digits(words: list[Word], at: int) -> tuple[int, Word]:
    word = words[at]
    value = word.value or 0.0
    size = 1
    if _touching(words, at + 1) and words[at + 1].lower in SUFFIXES and word.plain:
        return 2, _join(words, at, 2, value, ordinal=True)
    fraction = _fraction(words, at)
    if fraction is not None:
        size, value = fraction
    scaled_size, scale = _scales(words, at + size)
    if scale == 1 and size == 1:
        return 1, word
    return size + scaled_size, _join(words, at, size + scaled_size, value * scale)


def _fraction(words: list[Word], at: int) -> tuple[int, float] | None:
    """Size and value of "2 1/2", "1/2", "3½" at `at`."""
    value = words[at].value or 0.0
    if at + 1 < len(words) and words[at + 1].raw in FRACTIONS and words[at].plain:
        return 2, value + FRACTIONS[words[at + 1].raw]
    if not words[at].plain:
        return None
    if _slashed(words, at):
        return 3, value / (words[at + 2].value or 1.0)
    gap = at + 2 if at + 1 < len(words) and words[at + 1].raw == "-" else at + 1
    if _slashed(words, gap) and (words[gap].value or 0) < (words[gap + 2].value or 0):
        return gap + 3 - at, value + (words[gap].value or 0.0) / (words[gap + 2].value or 1.0)
    return None


def _slashed(words: list[Word], at: int) -> bool:
    """Whether a simple fraction such as 1/2 stands at `at`."""
    if at + 2 >= len(words) or words[at + 1].raw != "/" or not (_touching(words, at + 1) and _touching(words, at + 2)):
        return False
    above, below = words[at].value, words[at + 2].value
    if above is None or below is None or not (words[at].plain and words[at + 2].plain):
        return False
    return 0 < above < below and below in BELOW


def _scales(words: list[Word], at: int) -> tuple[int, float]:
    """How many words multiply the number that ends before `at`, and by what."""
    size, scale = 0, 1.0
    if _touching(words, at) and words[at].raw in GLUED:
        return 1, LETTERS[words[at].lower]
    step = 1 if at + 1 < len(words) and words[at].raw in HYPHENS and words[at + 1].lower in SCALES else 0
    while at + step < len(words) and step < 3 and words[at + step].lower in SCALES:
        scale *= SCALES[words[at + step].lower]
        step += 1
        size = step
    return size, scale


def _spelled(words: list[Word], at: int) -> tuple[int, Word | None]:
    """A number in words that starts at `at`, read by the usual total-and-current method."""
    total = current = 0.0
    size, step = 0, at
    last = 1e18  # what the last small number was worth: "twenty" may be followed by ones only
    ordinal = False
    while step < len(words) and step - at < LONGEST and not ordinal:
        lower = words[step].lower
        if lower in ONES and last >= 20 and (last != 20.5 or ONES[lower] < 10):
            current, last = current + ONES[lower], ONES[lower]
        elif lower in TENS and last >= 100:
            current, last = current + TENS[lower], 20.5
        elif lower in ("a", "an") and step == at:
            current = 1.0
        elif lower in SCALES and (size or step > at):
            total, current = _scaled(total, current, SCALES[lower])
            last = 1e18
        elif lower in ORDINALS and _ordinal_fits(ORDINALS[lower], last, size):
            current, ordinal = current + ORDINALS[lower], True
        elif size and lower in ("and", *HYPHENS) and _goes_on(words, step, last):
            step += 1
            continue
        else:
            break
        step += 1
        size = step - at
    if not size or (size == 1 and words[at].lower in ("a", "an")):
        return 1, None
    return size, _join(words, at, size, total + current, ordinal=ordinal)


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale == 100:
        return total, (current or 1.0) * 100
    return total + (current or 1.0) * scale, 0.0


def _ordinal_fits(value: float, last: float, size: int) -> bool:
    if size == 0:
        return True
    return last >= 100 or (last == 20.5 and value < 10)


def _goes_on(words: list[Word], step: int, last: float) -> bool:
    """Whether "and" or a hyphen at `step` goes on with the number ("two hundred and five", "twenty-four")."""
    if step + 1 >= len(words):
        return False
    following = words[step + 1].lower
    if words[step].lower == "and":
        return last >= 1e18 and (following in ONES or following in TENS)
    if last == 20.5:
        return ONES.get(following, ORDINALS.get(following, 99)) < 10
    return following in SCALES
