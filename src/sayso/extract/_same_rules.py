"""When a later telling is taken to tell an event again: rules, as a witness for `_same`.

Type and mode agree, nothing that both name differs (actors, recipients, place, day, status of having happened), and
they share something that tells them apart from others of the kind: a participant, a place, a number, or the definite
article of a noun that takes the event up again. Violence against one who has a name is told again, not done again.
"""

from __future__ import annotations

from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._again import has_been_told, is_another, is_set_apart, points, says_otherwise, takes_up
from sayso.extract._telling import Telling
from sayso.extract._told import ALIKE, HAPPENED, Told, named, overlap
from sayso.model import Event

#: Nouns that take up an event of any type ("the attack", "the decision").
TAKING_UP = word_list("same_taking_up")
#: Types that are acts of speech: two with the same mode are two acts.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
#: How many tellings back an event may be taken up by a bare definite noun.
NEAR = 12


def is_told_again(earlier: Told, later: Told, distance: int) -> bool:
    """Whether the later of two tellings of one type tells the earlier one again; `distance`: how many tellings back."""
    a, b = earlier.event, later.event
    if a.sentence == b.sentence or is_another(later.telling):
        return False
    if earlier.dead & later.dead and (a.status in HAPPENED) == (b.status in HAPPENED):
        return True
    if _modes_conflict(a, b) or _unlike(earlier, later) or _conflict(earlier, later):
        return False
    if earlier.harmed & later.harmed:
        return True
    alike = lemma(earlier.telling.head) == lemma(later.telling.head)
    if a.type not in SPEECH:
        alike = alike or (a.mode is not None and a.mode == b.mode) or {a.mode, b.mode} in ALIKE
    noun = later.telling.head.pos_ in ("NOUN", "PROPN")
    if (
        noun
        and (not later.recipients or _hit_only_victims(b) or _again_by_its_word(earlier, later))
        and (alike or lemma(later.telling.head) in TAKING_UP or (a.type == "ASSAULT" and points(later.telling)))
        and (takes_up(later.telling) or not later.actors)
    ):
        return distance <= NEAR * (2 if alike else 1)
    if alike and _of_the_same_arms(earlier, later):
        return distance <= NEAR
    if noun and not (takes_up(later.telling) or a.place == b.place is not None or _owned(later.telling)):
        return False
    shared = _shared(earlier, later)
    if a.type in SPEECH:
        return shared >= 2 and alike
    return shared >= 2 or (shared == 1 and alike)


def _again_by_its_word(earlier: Told, later: Told) -> bool:
    """ "The attack" after "attacked": the same word with "the", whoever is now said to have died in it."""
    return takes_up(later.telling) and any(lemma(t) == lemma(later.telling.head) for t in earlier.telling.tokens)


def _hit_only_victims(event: Event) -> bool:
    """Whether nobody is told to have been hit but those whom its toll counts."""
    counted = {span for toll in event.toll for span in toll.spans}
    return all(any(a <= c and d <= b for a, b in counted for c, d in one.spans) for one in event.recipients)


def _of_the_same_arms(earlier: Told, later: Told) -> bool:
    """ "… launched six missiles. … about eight missiles were fired": weapons alone, in another's account of it."""
    if later.actors or later.recipients or later.event.place or earlier.event.according_to == later.event.according_to:
        return False
    return bool({lemma(t) for t in earlier.telling.instruments} & {lemma(t) for t in later.telling.instruments})


def _unlike(earlier: Told, later: Told) -> bool:
    """Whether the one happened and the other did not, or both did not in different ways; an attempted murder is no
    murder.
    """
    a, b = earlier.event, later.event
    if has_been_told(later.telling, b.status, a.status):
        return False
    if a.trigger.lemma == b.trigger.lemma and "attempted" in (a.status, b.status) and a.status != b.status:
        return True
    return (a.status in HAPPENED) != (b.status in HAPPENED) or (a.status not in HAPPENED and a.status != b.status)


def _modes_conflict(a: Event, b: Event) -> bool:
    """Modes that are two words for one act do not differ."""
    return a.mode != b.mode and a.mode is not None and b.mode is not None and {a.mode, b.mode} not in ALIKE


def _conflict(earlier: Told, later: Told) -> bool:
    """Whether something that both tell cannot be the same."""
    a, b = earlier.event, later.event
    if is_set_apart(later.telling, earlier.telling) or says_otherwise(later.telling, earlier.telling):
        return True
    if a.place and b.place and a.place != b.place:
        return True
    if a.from_ == b.from_ == "words" and (a.start, a.end) != (b.start, b.end) and not overlap(a, b):
        return True
    sides = ((earlier.actors, later.actors), (earlier.recipients, later.recipients))
    return any(named(mine) and named(other) and not mine & other for mine, other in sides)


def _shared(earlier: Told, later: Told) -> int:
    a, b = earlier.event, later.event
    tools = {p.entity or p.text.lower() for p in a.instruments} & {p.entity or p.text.lower() for p in b.instruments}
    shared = bool(earlier.actors & later.actors) + bool(earlier.recipients & later.recipients) + bool(tools)
    return (
        shared
        + bool(a.place and a.place == b.place)
        + bool(a.from_ == b.from_ == "words" and a.start and a.start == b.start)
    )


def _owned(telling: Telling) -> bool:
    """ "an attack", "their attack", "12 strikes": a certain one; "strikes" alone are any."""
    kinds = ("det", "nmod:poss", "nummod")
    return telling.head.tag_ == "NN" or any(c.dep_ in kinds for c in telling.head.children)
