"""Short forms of names: "RSF" is what "Rapid Support Forces" is called the next time, or in the next report."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_ARTICLES = frozenset({"a", "an", "the"})
#: words in a name that give it no letter
_SMALL = frozenset({*_ARTICLES, "against", "and", "for", "in", "of", "on", "to", "with"})
#: letters of a short form, at the least and at the most
LEAST, MOST = 2, 7


def short_forms(name: str) -> frozenset[str]:
    """The short forms that a name holds, in small letters: {"rsf"} of "a spokesman for the R.S.F."."""
    words = (word for word in _WORD.findall(_without_points(name)) if word.isupper() and LEAST <= len(word) <= MOST)
    return frozenset(word.casefold() for word in words)


def letters(name: str) -> str:
    """The letters of a name that is nothing but a short form: "rsf" of "the RSF"; empty for any other."""
    bare = _without_points(name).casefold().removeprefix("the ")
    return bare if short_forms(name) == {bare} else ""


def initials(name: str) -> str:
    """What a name is short for in letters: "rsf" of "the Rapid Support Forces"; empty where it has none."""
    words = (word for word in _WORD.findall(name) if word.casefold() not in _ARTICLES)
    large = [word for word in words if word[0].isupper() and not word.isupper()]
    first = "".join(word[0] for word in large).casefold()
    return first if LEAST <= len(first) <= MOST else ""


def whole_initials(name: str) -> str:
    """Its `initials` where each of its words gives one: "United Nations human rights office" is not "UN"."""
    small = {word for word in _WORD.findall(name) if word.islower()}
    return initials(name) if small <= _SMALL else ""


def _without_points(name: str) -> str:
    """ "U.N. office" → "UN office"."""
    return _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name)
