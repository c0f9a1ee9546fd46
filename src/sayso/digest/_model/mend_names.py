"""What the parser gets wrong around names between commas and before verbs: "the firm that runs the port, Tolva Lines,
left" names the firm and no port, "freed a trader, Ana Holm, whom …" the trader, and in "as part of the deal Peru freed
him" it is Peru that did.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.codebook.grammar import ENDED
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._model.decode import Spans
from sayso.digest._model.parse import ANY_SUBJECT, SUBJECTS, Parse

#: Kinds of names that tell who somebody is; and those that act.
WHO = frozenset({"person", "organization"})
ACTING = WHO | {"place"}
#: Forms of verbs by which somebody comes to hold an office.
CHOOSING = frozenset({"named", "names", "naming", "name", "appointed", "appoints", "appointing", "appoint", "elected"})
MONTHS = word_list("mend_months")
#: What such a verb has where who is chosen is no object of its.
CHOSEN = frozenset({"obj", "nsubj:pass", "aux:pass"})


def hang_names(parse: Parse, spans: Spans, kinds: Sequence[str]) -> None:
    """Hangs names of things where they belong. `kinds`: of the names, by number."""
    rows = zip(spans.first.tolist(), spans.end.tolist(), spans.kind.tolist(), strict=True)
    for start, end, number in rows:
        kind = kinds[number]
        head = next((i for i in range(start, end) if not start <= parse.heads[i] < end), start)
        if kind == "person":
            _hang_chosen(parse, head)
        if kind in WHO and start > 0 and end < len(parse) and parse.forms[start - 1] == parse.forms[end] == ",":
            _hang_behind_clause(parse, range(start, end), head, kind)
            _hang_behind_office(parse, range(start, end), head, kind)
        elif kind in ACTING and end < len(parse) and parse.tags[end] in ENDED:
            _hang_subject(parse, range(start, end), head)


def cut_homes(spans: Spans, parse: Parse, kinds: Sequence[str]) -> Spans:
    """Spans of names in which the country behind a person's names ("Prime Minister Odera Kima of Chad") is a name of
    its own. `kinds`: those of names.
    """
    first, end, kind, score = spans.first, spans.end.copy(), spans.kind, spans.score
    for i in reversed(range(len(first))):
        inside = range(first[i] + 2, end[i] - 1)
        of = next((k for k in inside if parse.forms[k] == "of" and parse.labels[k - 1] == "flat"), None)
        if kinds[kind[i]] != "person" or of is None:
            continue
        home, last = of + 1 + (parse.low[of + 1] == "the"), end[i]
        end[i] = of
        if home < last:
            first, end = np.insert(first, i + 1, home), np.insert(end, i + 1, last)
            kind, score = np.insert(kind, i + 1, kinds.index("place")), np.insert(score, i + 1, score[i])
    return Spans(first, end, kind, score)


def cut_days(spans: Spans, parse: Parse) -> Spans:
    """Spans of names less the day that stands behind them ("The Council 12 May met")."""
    end = spans.end.copy()
    for i, start in enumerate(spans.first.tolist()):
        last = int(end[i])
        while last > start + 1 and last < len(parse) and parse.low[last] in MONTHS and parse.tags[last - 1] == "CD":
            last -= 1
        end[i] = last
    return Spans(spans.first, end, spans.kind, spans.score)


def _hang_behind_clause(parse: Parse, name: range, head: int, kind: str) -> None:
    """ "The firm that runs the port, [Name], left": the name in apposition to the clause's last noun is the subject's,
    where that is of the name's kind and the last noun is not.
    """
    beside = parse.heads[head]
    if parse.labels[head] != "appos" or not beside < name.start or _kind_of(parse.forms[beside]) == kind:
        return
    clause = next((i for i in (beside, *parse.above(beside)) if parse.labels[i] == "acl:relcl"), None)
    if clause is None:
        return
    noun = parse.heads[clause]
    subject = parse.labels[noun] in SUBJECTS and parse.heads[noun] >= name.stop
    if subject and _kind_of(parse.forms[noun]) == kind:
        parse.hang(head, noun)


def _hang_behind_office(parse: Parse, name: range, head: int, kind: str) -> None:
    """ "The king of Jordan, [Name], and the emir of Qatar, [Name], met": a person between commas behind an office with
    what that is of is no further one, but who holds it.
    """
    realm = name.start - 2
    above = parse.heads[head]
    office = above if above != realm else parse.heads[above]
    told = kind == "person" and parse.labels[head] in ("conj", "appos")
    joined = told and office < realm == _end(parse, office, name.start)
    of = realm > 0 and parse.labels[parse.heads[realm] if parse.labels[realm] == "flat" else realm] == "nmod"
    the = any(parse.low[i] == "the" for i in parse.children(office, "det"))
    if joined and of and the and load_nouns().is_title(parse.forms[office]):
        parse.hang(head, office, "appos")
        for other in parse.children(realm, "conj"):
            if other >= name.stop and load_nouns().is_title(parse.forms[other]):
                parse.hang(other, office)


def _end(parse: Parse, office: int, stop: int) -> int:
    """The last word before `stop`, its comma aside, that hangs on the office."""
    inside = (i for i in range(stop - 2, office, -1) if office in parse.above(i))
    return next(inside, office)


def _hang_subject(parse: Parse, name: range, head: int) -> None:
    """ "As part of the deal [Name] freed him": a name between a noun in front and a verb without a subject is that."""
    noun, verb = parse.heads[head], name.stop
    beside = parse.labels[head] in ("appos", "nmod", "nmod:unmarked") and noun == name.start - 1
    if (
        beside
        and verb in parse.above(noun)
        and not parse.children(verb, *ANY_SUBJECT)
        and not parse.children(head, "case")
    ):
        parse.hang(head, verb, "nsubj")


def _hang_chosen(parse: Parse, head: int) -> None:
    """ "Named [Name] prime minister": who is chosen is the verb's object, and no name that somebody is given."""
    verb = parse.heads[head]
    given = parse.labels[verb] == "acl"  # "a man named [Name]"
    chosen = parse.labels[head] == "xcomp" and verb < head and parse.low[verb] in CHOOSING
    if chosen and not given and not parse.children(verb, *CHOSEN):
        parse.hang(head, verb, "obj")


def _kind_of(form: str) -> str | None:
    """What a common noun names, if the table of nouns knows."""
    noun = load_nouns().find(form)
    return None if noun is None else noun.kind
