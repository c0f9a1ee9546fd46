"""What the parser gets wrong where two words share a plural: "the defence and foreign ministers" are no defence, and
"gunmen from the [Name] and [Name] gangs" are from both.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.codebook.words import word_list
from sayso.digest._model.tree import Ints

#: Plurals of offices that go by what they are for, and of bodies that go by names.
OFFICES = word_list("mend_offices")
BODIES = word_list("mend_bodies")
SHARED = OFFICES | BODIES
#: What the words before such a plural are.
BEFORE = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
#: How many of them may stand behind "and".
LONGEST = 4
LEADING = frozenset({"case", "det", "nmod:poss"})
INNER = frozenset({"compound", "flat"})


def hang_joined_sorts(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place: the plural takes the place of the word before "and", which is a sort
    of it. `parts`: of speech; `tags`: Penn's; `names`: relations by number.
    """
    for noun, form in enumerate(forms):
        first = _first(noun, form.lower(), forms, parts, tags)
        if first is None:
            continue
        while names[relations[first]] in INNER and heads[first] < noun and heads[first] != first:
            first = int(heads[first])
        joined = names[relations[noun]] == "conj" and heads[noun] in (first, heads[first])
        beside = relations[noun] == relations[first] and heads[noun] == heads[first]
        if not (joined or beside) or heads[first] == noun:
            continue
        heads[noun], relations[noun] = heads[first], relations[first]
        name = {first, *(i for i in range(noun) if heads[i] == first and names[relations[i]] in INNER)}
        for i in range(noun):
            if heads[i] in name and names[relations[i]] in LEADING:
                heads[i] = noun
        heads[first], relations[first] = noun, names.index("compound")


def _first(noun: int, form: str, forms: Sequence[str], parts: Sequence[str], tags: Sequence[str]) -> int | None:
    """The word before "and" that shares the plural, if it may."""
    if parts[noun] != "NOUN" or form not in SHARED:
        return None
    at = noun - 1
    while at > 0 and noun - at <= LONGEST and forms[at].lower() != "and" and parts[at] in BEFORE:
        at -= 1
    if at < 1 or forms[at].lower() != "and" or at == noun - 1:
        return None
    if form in BODIES:
        sort = parts[at - 1] == "PROPN" and any(
            forms[i][:1].isupper() or forms[i][:1].isdigit() for i in (at + 1, noun - 1)
        )
    else:
        sort = parts[at - 1] == "NOUN" and tags[at - 1] == "NN"
    return at - 1 if sort and forms[at - 1].lower() not in SHARED else None
