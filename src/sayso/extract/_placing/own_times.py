"""Times that are an event's although they hang on something else: on what its clause is about, or where it was said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._telling.telling import Telling
from sayso.model import OF_A_DAY, Time

#: What somebody says something in, and what is done with it to make it known.
STATEMENTS = word_list("own_times_statements")
ISSUED = word_list("own_times_issued")
IN = frozenset({"in", "during"})

Times = Sequence[tuple[Token, Time]]


def before_when(times: Times, telling: Telling) -> Time | None:
    """ "The worst since [May], when a bomb killed nine": the time that a clause with "when" is about; what has a
    time of its own there ("when she testified on the 2011 attacks") or is only spoken of is not of it.
    """
    when = next((w for verb in _above(telling.head) if (w := _when_of(verb)) is not None), None)
    if when is None or any(root.head.i == telling.head.i and root.i > when.i for root, _ in times):
        return None
    last = when.nbor(-1) if when.i > when.sent.start else when
    last = last.nbor(-1) if last.is_punct and last.i > when.sent.start else last
    return next((time for root, time in times if root.i <= last.i and time.spans[-1][1] == last.idx + len(last)), None)


def of_what_it_was_in(times: Times, telling: Telling) -> Time | None:
    """ "The [2011] crisis in which rebels shelled two towns": the time of the noun that the clause is about."""
    clause = next((verb for verb in _above(telling.head) if _is_in_which(verb)), None)
    if clause is None or any(root.i > clause.head.i for root, _ in times):
        return None
    noun = clause.head.head if clause.head.dep_ == "appos" else clause.head  # "the 2011 [town], [country], crisis"
    return next((time for root, time in times if root.head.i in (noun.i, clause.head.i)), None)


def of_statement(times: Times, telling: Telling) -> Time | None:
    """ "Accused them in a statement released [on Monday]": what is done by speaking is of the day of the speech."""
    if telling.type not in SPOKEN or not syntax.is_verb(telling.head):
        return None
    said_in = [c for c in syntax.children(telling.head, "obl") if lemma(c) in STATEMENTS and syntax.case_of(c) in IN]
    made = [c for one in said_in for c in syntax.children(one, "acl") if lemma(c) in ISSUED and c.tag_ == "VBN"]
    heads = {one.i for one in (*said_in, *made)}
    return next((time for root, time in times if root.head.i in heads and time.precision in OF_A_DAY), None)


def of_suspicion(times: Times, telling: Telling) -> Time | None:
    """ "His arrest on suspicion of taking bribes [on Monday]": the day is that of the arrest, not of what it is for."""
    words = [c for c in telling.head.children if c.dep_ in ("nmod", "obl") and lemma(c) == "suspicion"]
    heads = {c.i for one in words for c in one.subtree}
    return next((time for root, time in times if root.head.i in heads and time.precision in OF_A_DAY), None)


def _above(word: Token) -> tuple[Token, ...]:
    """The word and what it hangs on, up to where it is only spoken of."""
    return (word, *takewhile(lambda one: one.dep_ != "ccomp", (word, *word.ancestors)))


def _is_in_which(verb: Token) -> bool:
    which = (c for c in verb.children if c.lower_ == "which" and c.i < verb.i)
    return verb.dep_ == "acl:relcl" and any(syntax.case_of(c) in IN for c in which)


def _when_of(verb: Token) -> Token | None:
    """The "when" that a clause beside or behind another begins with."""
    if verb.dep_ not in ("advcl", "acl:relcl", "acl"):
        return None
    first = next((word for word in verb.subtree if not word.is_punct), verb)
    return first if first.lower_ == "when" else None
