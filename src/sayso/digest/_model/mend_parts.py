"""What the parser gets wrong where a part of a group is told behind it: in "freed 60 people, among them 13 pupils" the
pupils are some of the people, and in "50,000 fled, many of them to Gao" the many are told of besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.digest._model.tree import LONGEST_SENTENCE, Ints

#: Pronouns that take up a group in what is told of a part of it.
GROUP = frozenset({"them", "whom", "which"})
#: Relations by which a part is taken for one more side of the verb.
SIDES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:unmarked", "conj"})
#: Sides on which a group may be, whatever its part was taken for.
UNDERGOING = frozenset({"obj", "nsubj:pass"})
NOUNS = frozenset({"NOUN", "PROPN"})
GROUPS = NOUNS | {"PRON"}
#: How many words behind the pronoun the part may be told.
NEAR = 6


def hang_parts(forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where such a part was read as a side of the verb before it. `parts`:
    of speech; `names`: relations by number.
    """
    for pronoun in range(2, len(forms) - 1):
        if forms[pronoun].lower() not in GROUP:
            continue
        case, before = forms[pronoun - 1].lower(), forms[pronoun - 2]
        if case == "among" and before == ",":
            _hang_members(pronoun, parts, heads, relations, names)
        elif case == "of" and pronoun > 2 and forms[pronoun - 3] == ",":
            _hang_share(pronoun - 2, heads, relations, names)


def _hang_members(pronoun: int, parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """ "Among them 13 pupils": a part of the noun that is on the same side of the same verb, or that it befalls."""
    member = _member(pronoun, parts, heads)
    if member is None or names[relations[member]] not in SIDES:
        return
    verb, side = heads[member], relations[member]
    start = max(0, pronoun - LONGEST_SENTENCE)
    before = [i for i in range(pronoun - 2, start, -1) if parts[i] in GROUPS]
    same = [i for i in before if i == verb or (heads[i] == verb and relations[i] == side)]
    if names[side].startswith("obl"):
        same = [i for i in before if heads[i] == verb and names[relations[i]] in UNDERGOING] or same
    if same:
        heads[member], relations[member] = same[0], names.index("nmod")


def _member(pronoun: int, parts: Sequence[str], heads: Ints) -> int | None:
    """The noun of the part: the pronoun hangs on it, or both on the verb before."""
    head = int(heads[pronoun])
    if head > pronoun:
        return head
    near = range(pronoun + 1, min(pronoun + NEAR, len(heads)))
    return next((i for i in near if heads[i] == head and parts[i] in NOUNS), None)


def _hang_share(share: int, heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """ "Three of them badly" behind the verb: told besides."""
    if names[relations[share]].startswith("nsubj") and heads[share] < share:
        relations[share] = names.index("parataxis")
