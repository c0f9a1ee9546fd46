"""Days of an attribution: "hit the port on Thursday, doctors said on Friday. Hours later …" goes on from Thursday; and
so it does from where a stretch begins, behind "on Thursday and shut the road until the next day. That night …".
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.digest._lexer import Word

#: Verbs of saying that a report names its source with.
SAID = frozenset({"said", "say", "says", "told", "reported", "confirmed", "announced"})
#: Marks that end a clause, and those that end a sentence.
UNTIL = frozenset({"until", "till"})
BREAKS = frozenset({",", ";", ":", "--", "—", "–", '"', "”"})
STOPS = frozenset({".", "!", "?"})


def attributed(words: Sequence[Word], times: frozenset[int]) -> frozenset[int]:
    """Of the `times`, by where they begin, those that stand behind a verb of saying, in a clause behind another time of
    their sentence, or right behind "until" and another time.
    """
    found: set[int] = set()
    timed = said = apart = False
    last = ""
    for word in words:
        if word.start in times:
            if (apart and said) or (timed and last in UNTIL):
                found.add(word.start)
            timed = True
        elif word.lower in STOPS:
            timed = said = apart = False
        elif word.lower in BREAKS:
            said, apart = False, timed
        elif word.lower in SAID:
            said = True
        last = word.lower
    return frozenset(found)
