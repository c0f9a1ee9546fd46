"""The noun that names somebody or something: "offices" of "the offices of the ministry"."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
#: what follows these does not name the thing
AFTER = frozenset({"of", "in", "on", "at", "for", "from", "with", "to", "near", "who", "which", "that", "by"})


def head_of(text: str) -> str:
    """The last word before what tells which one it is, in small letters and without the ending of a plural."""
    words = WORD.findall(text.casefold())
    for i, word in enumerate(words):
        if word in AFTER and i:
            words = words[:i]
            break
    return words[-1].removesuffix("s") if words else ""
