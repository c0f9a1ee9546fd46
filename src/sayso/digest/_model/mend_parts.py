"""What the parser gets wrong where a part of a group is told behind it: in "freed 60 people, among them 13 pupils" the
pupils are some of the people, and in "50,000 fled, many of them to Gao" the many are told of besides.
"""

from __future__ import annotations

from sayso.digest._model.parse import SUBJECTS, Parse
from sayso.digest._model.tree import LONGEST_SENTENCE

#: Pronouns that take up a group in what is told of a part of it.
GROUP = frozenset({"them", "whom", "which"})
#: Relations by which a part is taken for one more side of the verb.
SIDES = SUBJECTS | {"obj", "iobj", "obl", "obl:unmarked", "conj"}
#: Sides on which a group may be, whatever its part was taken for.
UNDERGOING = frozenset({"obj", "nsubj:pass"})
NOUNS = frozenset({"NOUN", "PROPN"})
GROUPS = NOUNS | {"PRON"}
#: How many words behind the pronoun the part may be told.
NEAR = 6


def hang_parts(parse: Parse) -> None:
    """Where such a part was read as a side of the verb before it, it is of the group, or told besides."""
    for pronoun in range(2, len(parse) - 1):
        if parse.low[pronoun] not in GROUP:
            continue
        case, before = parse.low[pronoun - 1], parse.forms[pronoun - 2]
        if case == "among" and before == ",":
            _hang_members(parse, pronoun)
        elif case == "of" and pronoun > 2 and parse.forms[pronoun - 3] == ",":
            _hang_share(parse, pronoun - 2)


def _hang_members(parse: Parse, pronoun: int) -> None:
    """ "Among them 13 pupils": a part of the noun that is on the same side of the same verb, or that it befalls."""
    heads, labels = parse.heads, parse.labels
    member = _member(parse, pronoun)
    if member is None or labels[member] not in SIDES:
        return
    verb, side = heads[member], labels[member]
    start = max(0, pronoun - LONGEST_SENTENCE)
    before = [i for i in range(pronoun - 2, start, -1) if parse.parts[i] in GROUPS]
    same = [i for i in before if i == verb or (heads[i] == verb and labels[i] == side)]
    if side.startswith("obl"):
        same = [i for i in before if heads[i] == verb and labels[i] in UNDERGOING] or same
    if same:
        parse.hang(member, same[0], "nmod")


def _member(parse: Parse, pronoun: int) -> int | None:
    """The noun of the part: the pronoun hangs on it, or both on the verb before."""
    head = parse.heads[pronoun]
    if head > pronoun:
        return head
    near = (i for i in parse.children(head) if pronoun < i < pronoun + NEAR)
    return next((i for i in near if parse.parts[i] in NOUNS), None)


def _hang_share(parse: Parse, share: int) -> None:
    """ "Three of them badly" behind the verb: told besides."""
    verb = parse.heads[share]
    if parse.labels[share] in SUBJECTS and verb < share:
        parse.hang(share, verb, "parataxis")
