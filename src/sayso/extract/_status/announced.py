"""What is called, faced or announced is to come, or is done by that: "called a strike for Friday", "faces trial",
"announced a ban".
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.words import word_list
from sayso.extract._status.presupposed import has_article
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries
from sayso.model import Status

#: What is done by being announced, and deeds that are announced once they are done.
IN_WORDS = frozenset({"SANCTION", "DECIDE", "COERCE"})
TOLD_OF = frozenset({"ASSAULT", "CONTROL"})
#: What somebody who faces it awaits, and what he only has to fear.
FACED = word_list("status_faced")
THREATENING = word_list("status_threatening")
#: Types of what is called, and so is to come.
CALLED = frozenset({"PROTEST", "CONSULT", "RETREAT"})


def is_called(verb: Token, telling: Telling) -> bool:
    """ "Called a strike for Friday", "from Friday", and not "called the strike unlawful"."""
    dated = any(c.lower_ == "for" for c in verb.children) or bool(syntax.prepositional(verb, "for"))
    near = (*verb.children, *(inner for c in verb.children for inner in c.children))
    dated = dated or any(syntax.case_of(c) == "from" and lemma(c) in TIMES for c in near)
    return lemma(verb) == "call" and telling.type in CALLED and dated


def is_faced(telling: Telling) -> Status | None:
    """ "Faces trial", "faces deportation": to come, or what may come; "faced trial in May" is over. "Was flown home for
    trial": to come.
    """
    verb = syntax.light_verb(telling.head) or telling.head
    if telling.type == "ACCUSE" and syntax.case_of(telling.head) == "for" and not syntax.children(telling.head, "det"):
        return "planned" if lemma(telling.head) in FACED else None
    first = next(iter(auxiliaries(verb)), verb)  # "is facing trial"
    if lemma(verb) != "face" or first.tag_ not in ("VBZ", "VBP"):
        return None
    words = {lemma(t) for t in (*telling.tokens, telling.head)}
    return "planned" if words & FACED else "possible" if words & THREATENING else None


def done_by_announcing(announced: Telling) -> bool:
    """Whether what is announced has been done: "a ban", "two arrests", "the capture of a town"; not "an offensive"."""
    deed = announced.type in TOLD_OF and not syntax.is_verb(announced.head)
    return announced.type in IN_WORDS or (deed and has_article(announced.head))
