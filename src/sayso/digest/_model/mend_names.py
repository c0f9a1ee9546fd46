"""What the parser gets wrong around names between commas and before verbs: "the firm that runs the port, Tolva Lines,
left" names the firm and no port, "freed a trader, Ana Holm, whom …" the trader, and in "as part of the deal Peru freed
him" it is Peru that did.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.codebook.grammar import ENDED
from sayso.codebook.nouns import load_nouns
from sayso.digest._model.decode import Spans
from sayso.digest._model.tree import LONGEST_SENTENCE, Ints

#: Kinds of names that tell who somebody is; and those that act.
WHO = frozenset({"person", "organization"})
ACTING = WHO | {"place"}
#: Forms of verbs by which somebody comes to hold an office.
CHOOSING = frozenset({"named", "names", "naming", "name", "appointed", "appoints", "appointing", "appoint", "elected"})


def hang_names(
    forms: Sequence[str],
    tags: Sequence[str],
    heads: Ints,
    relations: Ints,
    names: Sequence[str],
    spans: Spans,
    kinds: Sequence[str],
) -> None:
    """Mends heads and relations (words,) in place. `tags`: Penn's; `names`: relations by number; `spans`, `kinds`:
    names of things, and their kinds by number.
    """
    rows = zip(spans.first.tolist(), spans.end.tolist(), spans.kind.tolist(), strict=True)
    for start, end, number in rows:
        kind = kinds[number]
        head = next((i for i in range(start, end) if not start <= heads[i] < end), start)
        if kind == "person":
            _hang_chosen(head, forms, heads, relations, names)
        if kind in WHO and start > 0 and end < len(forms) and forms[start - 1] == forms[end] == ",":
            _hang_behind_clause(start, end, head, kind, forms, heads, relations, names)
        elif kind in ACTING and end < len(forms) and tags[end] in ENDED:
            _hang_subject(start, end, head, heads, relations, names)


def cut_homes(spans: Spans, forms: Sequence[str], relations: Ints, names: Sequence[str], kinds: Sequence[str]) -> Spans:
    """Spans of names in which the country behind a person's names ("Prime Minister Odera Kima of Chad") is a name of
    its own. `names`: relations by number; `kinds`: those of names.
    """
    first, end, kind, score = spans.first, spans.end.copy(), spans.kind, spans.score
    person, flat = kinds.index("person"), names.index("flat")
    for i in reversed(range(len(first))):
        inside = range(first[i] + 2, end[i] - 1)
        of = next((k for k in inside if forms[k] == "of" and relations[k - 1] == flat), None)
        if kind[i] != person or of is None:
            continue
        home, last = of + 1 + (forms[of + 1].lower() == "the"), end[i]
        end[i] = of
        if home < last:
            first, end = np.insert(first, i + 1, home), np.insert(end, i + 1, last)
            kind, score = np.insert(kind, i + 1, kinds.index("place")), np.insert(score, i + 1, score[i])
    return Spans(first, end, kind, score)


def _hang_behind_clause(
    start: int, end: int, head: int, kind: str, forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """ "The firm that runs the port, [Name], left": the name in apposition to the clause's last noun is the subject's,
    where that is of the name's kind and the last noun is not.
    """
    beside = int(heads[head])
    if names[relations[head]] != "appos" or not beside < start or _kind_of(forms[beside]) == kind:
        return
    noun = _relative_over(beside, heads, relations, names)
    if noun is None or not names[relations[noun]].startswith("nsubj") or heads[noun] < end:
        return
    if _kind_of(forms[noun]) == kind:
        heads[head] = noun


def _relative_over(word: int, heads: Ints, relations: Ints, names: Sequence[str]) -> int | None:
    """The noun that the relative clause around a word is of."""
    for _ in range(LONGEST_SENTENCE):
        above = int(heads[word])
        if above == word:
            return None
        if names[relations[word]] == "acl:relcl":
            return above
        word = above
    return None


def _hang_subject(start: int, end: int, head: int, heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """ "As part of the deal [Name] freed him": a name between a noun in front and a verb without a subject is that."""
    noun, verb = int(heads[head]), end
    beside = names[relations[head]] in ("appos", "nmod", "nmod:unmarked") and noun == start - 1
    if not beside or not _is_over(verb, noun, heads):
        return
    near = range(max(0, noun - LONGEST_SENTENCE), min(len(heads), verb + LONGEST_SENTENCE))
    led = {names[relations[i]].partition(":")[0] for i in near if heads[i] == verb}
    cased = any(heads[i] == head and names[relations[i]] == "case" for i in near)
    if cased or not led.isdisjoint(("nsubj", "csubj", "expl")):
        return
    heads[head], relations[head] = verb, names.index("nsubj")


def _is_over(verb: int, word: int, heads: Ints) -> bool:
    """Whether a word hangs on the verb, at any depth of a sane tree."""
    for _ in range(LONGEST_SENTENCE):
        if word == verb:
            return True
        if heads[word] == word:
            return False
        word = int(heads[word])
    return False


def _hang_chosen(head: int, forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """ "Named [Name] prime minister": who is chosen is the verb's object, and no name that somebody is given."""
    verb = int(heads[head])
    given = names[relations[verb]] == "acl"  # "a man named [Name]"
    if given or names[relations[head]] != "xcomp" or not verb < head or forms[verb].lower() not in CHOOSING:
        return
    near = range(max(0, verb - LONGEST_SENTENCE), min(len(heads), head + LONGEST_SENTENCE))
    if not any(heads[i] == verb and names[relations[i]] in ("obj", "nsubj:pass", "aux:pass") for i in near):
        relations[head] = names.index("obj")


def _kind_of(form: str) -> str | None:
    """What a common noun names, if the table of nouns knows."""
    noun = load_nouns().find(form)
    return None if noun is None else noun.kind
