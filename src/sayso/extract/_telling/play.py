"""What is done in play: in a report of a match nobody is dismissed who is "sacked on second down", and "fell to the
Blues" loses no land.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import Trigger, in_classes, lemma
from sayso.codebook.words import word_list

#: Words of play beside those of the class `@sport`, and how many of them, all and different ones, make a text one of
#: a match; the share of its words.
WORDS = word_list("play_words")
MANY, KINDS, SHARE = 8, 5, 0.02
#: Verbs and nouns that have another sense in play.
PLAYED = word_list("play_played")
#: Who is dismissed, freed and met in earnest.
OFF_FIELD = frozenset({"coach", "manager", "trainer", "agent", "owner", "president", "director", "police", "officer"})
#: Types of what two teams do to each other.
TYPES = frozenset({"CONTROL", "RETREAT", "PROTEST", "SANCTION", "DECIDE", "COERCE", "ACCUSE", "CONSULT", "THREATEN"})


def without_play(triggers: list[Trigger], doc: Doc, codebook: Codebook) -> list[Trigger]:
    """The triggers without those that only tell, in a report of a match, how it was played."""
    if not any(map(_may_be_play, triggers)) or not _is_of_a_match(doc, codebook):
        return triggers
    return [t for t in triggers if not _may_be_play(t)]


def _may_be_play(trigger: Trigger) -> bool:
    head = trigger.head
    if trigger.frame.type not in TYPES or not any(lemma(t) in PLAYED for t in trigger.tokens):
        return False
    sides = (*syntax.logical_subjects(head), *syntax.logical_objects(head)) if syntax.is_verb(head) else ()
    together = lemma(head) == "meet" and any(c.lower_ == "with" for t in trigger.tokens for c in (t, *t.children))
    return not together and not any(lemma(t) in OFF_FIELD for t in sides)


def _is_of_a_match(doc: Doc, codebook: Codebook) -> bool:
    found = [lemma(t) for t in doc if _is_of_play(t, codebook)]
    words = sum(t.is_alpha for t in doc)
    return len(found) >= max(MANY, SHARE * words) and len(set(found)) >= KINDS


def _is_of_play(token: Token, codebook: Codebook) -> bool:
    return token.is_alpha and (lemma(token) in WORDS or in_classes(token, ("@sport",), codebook))
