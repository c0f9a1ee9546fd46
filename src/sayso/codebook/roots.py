"""What a verb and its noun have in common."""

from __future__ import annotations

from functools import lru_cache

#: Endings of nouns and verbs, the longest first.
_ENDINGS = ("ations", "ation", "sions", "sion", "tions", "tion", "ments", "ment", "ings", "ing", "ance", "ates", "ated",
            "ate", "ees", "ee", "ors", "or", "ers", "er", "des", "de", "te", "es", "ed", "al", "s", "e")  # fmt: skip
_IRREGULAR = {"acquisition": "acquire", "agreement": "agree", "announcement": "announce", "besiege": "siege",
              "collision": "collide", "dead": "die", "death": "die", "decision": "decide", "departure": "depart",
              "destruction": "destroy", "detention": "detain", "dissolution": "dissolve", "expulsion": "expel",
              "extension": "extend", "flight": "flee", "loss": "lose",
              "permission": "permit", "sale": "sell", "seizure": "seize", "shot": "shoot", "suspension": "suspend",
              "theft": "steal"}  # fmt: skip
#: what is written twice before an ending: "ramming" of "ram"
_DOUBLED = frozenset("bdgmnprt")
_PARTICLES = frozenset({"as", "at", "by", "down", "for", "from", "in", "into", "of", "off", "on", "out", "over", "to",
                        "up", "with"})  # fmt: skip


@lru_cache(maxsize=65_536)
def root(lemma: str) -> str:
    """What a verb and its noun have in common: "explode" and "explosion", "charge with" and "charge"."""
    words = lemma.casefold().split()
    while len(words) > 1 and words[-1] in _PARTICLES:
        words.pop()
    word = _IRREGULAR.get(words[-1], words[-1]) if words else ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word[-2:-1] == word[-1:] and word[-1:] in _DOUBLED:
        word = word[:-1]
    return " ".join([*words[:-1], word])
