"""What speech, protest and talks are about: whoever suffers the deed that they are about is not whom they turn to."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sayso.extract._telling.telling import Telling

#: Types of acts that are about other deeds; of these, those that turn against whoever does the deed.
ABOUT = frozenset({"ACCUSE", "PROTEST", "CONSULT", "REQUEST"})
AGAINST = frozenset({"ACCUSE", "PROTEST"})
#: How many phrases are gone up.
DEEPEST = 4
DEEDS = frozenset({"ASSAULT", "COERCE", "CONTROL", "SANCTION"})
#: Nouns of wrongs without a type of their own.
WRONGS = word_list("subject_matter_wrongs")
#: Nouns of what befell somebody.
FATES = word_list("subject_matter_fates")


def leave_sufferers(tellings: Sequence[Telling]) -> None:
    """ "Soldiers" alone of "marched against the murder of the priest by soldiers", nobody of "ordered the murder", nor
    of "an inquiry into the deaths of nine nurses".
    """
    for telling in tellings:
        if telling.type in ABOUT:
            telling.recipients = [t for t in telling.recipients if not _is_spoken_of(t, telling)]
    deeds: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        wrong = telling.type in DEEDS or (telling.type is None and lemma(telling.head) in WRONGS)
        if wrong and telling.recipients:
            deeds[telling.head.sent.start].append(telling)
    for telling in tellings:
        if (telling.type in ABOUT or telling.mode == "order") and telling.recipients:
            for deed in deeds[telling.head.sent.start]:
                if telling.head.is_ancestor(deed.head):
                    _leave(telling, deed)


def _is_spoken_of(token: Token, telling: Telling) -> bool:
    """Whether it is somebody whose fate the act is about."""
    fate = token.head
    of = token.dep_ == "nmod:poss" or (token.dep_ == "nmod" and syntax.case_of(token) == "of")
    return of and lemma(fate) in FATES and telling.head.is_ancestor(fate) and fate not in telling.tokens


def suffers(token: Token, telling: Telling) -> bool:
    """ "The Front" of "the raid killed five fighters of the Front": who stands in the phrase of those whom it hurt did
    not do it.
    """
    if not token.dep_.startswith(("nmod", "compound", "amod", "appos", "conj")) or telling.type != "ASSAULT":
        return False
    for above in islice(token.ancestors, DEEPEST):
        if above.dep_ in ("obj", "nsubj:pass") and lemma(above.head) in tolls.effects("object"):
            by = above.head in telling.tokens or any(s in telling.tokens for s in syntax.logical_subjects(above.head))
            return by and above not in telling.tokens
        if not above.dep_.startswith(("nmod", "compound", "amod", "appos", "conj")):
            return False
    return False


def _leave(telling: Telling, deed: Telling) -> None:
    """Takes those that hang on the deed as its sufferers out of the recipients; its doers take their place."""
    suffering = [t for t in deed.recipients if deed.head.is_ancestor(t)]
    hurt = {t.i for one in suffering for t in (one, *syntax.prepositional(one, "of"))}  # "the borders of Chad"
    kept = [t for t in telling.recipients if t.i not in hurt]
    if len(kept) == len(telling.recipients):
        return
    doers = [t for t in deed.actors if deed.head.is_ancestor(t) or t.i > deed.head.i] if telling.type in AGAINST else []
    telling.recipients = kept or [t for t in doers if t not in telling.actors]
