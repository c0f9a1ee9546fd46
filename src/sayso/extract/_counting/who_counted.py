"""On whose word a figure is that nobody is said to have said: who counts the dead, puts a number, speaks of so many."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sayso.codebook import syntax, tolls
from sayso.codebook.match import lemma
from sayso.extract._counting.around import is_effect
from sayso.extract._counting.count import Count
from sayso.extract._counting.running import moves_own
from sayso.extract._sides.phrases import phrase_of
from sayso.model import Link

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Verbs of whoever counts the dead, tells how many there are, or speaks of so many.
COUNTING = frozenset().union(*(tolls.words("phrases", w) for w in ("counting", "estimated", "told", "speaking")))
#: How far above the word of the figure the verb stands.
HIGH = 3


def who_counted(digest: Digest, count: Count) -> tuple[Link, ...]:
    """ "A nurse counted 27 bodies", "it put the toll at nine", "spoke of six", "raised its count to six": whose word
    that is; of a pronoun only where it is known for whom it stands.
    """
    above = islice(count.cue.ancestors, HIGH)
    verb = next((one for one in above if syntax.is_verb(one) and (lemma(one) in COUNTING or moves_own(one))), None)
    if verb is None or (verb.i != count.cue.head.i and not count.running):
        return ()
    if verb.dep_ == "conj" and is_effect(verb.head):  # "denied that so many had died and spoke of six"
        verb = verb.head.head
    who = next(iter(syntax.logical_subjects(verb)), None)
    entity = digest.entity_at(who) if who is not None else None
    if who is None or (who.pos_ == "PRON" and entity is None):
        return ()
    phrase = phrase_of(who)
    spans = ((phrase.start_char, phrase.end_char),)
    return (Link(spans=spans, text=phrase.text, statement=None, entity=entity, hearsay=False),)
