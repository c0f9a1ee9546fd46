"""Earlier violence that a later telling cannot be, by what sort it is and how many it killed."""

from __future__ import annotations

from sayso.codebook import syntax
from sayso.codebook.grammar import PLURAL
from sayso.codebook.match import lemma
from sayso.codebook.tolls import LONG
from sayso.extract._telling.telling import HARMS
from sayso.extract._telling.told import Told, killed_more

#: Modes of what is never just killing or striking.
OF_THEIR_OWN = frozenset({"abduct", "sexual"})


def is_other_violence(earlier: Told, later: Told) -> bool:
    """Whether both are violence, and not the same."""
    if not earlier.event.type == later.event.type == "ASSAULT":
        return False
    asked = (_of_another_mode, _is_war, _is_one_of, killed_more)
    return any(differ(earlier, later) for differ in asked)


def _of_another_mode(earlier: Told, later: Told) -> bool:
    """ "The hijacking" after "was shot", "rape" after "murdered"; but it may be "the attack" after "abducted"."""
    modes = {earlier.event.mode, later.event.mode}
    if len(modes) == 1 or not modes & OF_THEIR_OWN:
        return False
    other = earlier if earlier.event.mode not in OF_THEIR_OWN else later
    frame = other.telling.frame
    return None not in modes or (frame is not None and frame.toll in HARMS)


def _is_war(earlier: Told, later: Told) -> bool:
    """ "The war" after "was shot": what goes on for years is no deed that a verb of killing told."""
    noun, frame = later.telling.head, earlier.telling.frame
    deadly = frame is not None and frame.toll in HARMS and syntax.is_verb(earlier.telling.head)
    return deadly and not syntax.is_verb(noun) and lemma(noun) in LONG


def _is_one_of(earlier: Told, later: Told) -> bool:
    """ "The attack on the tanker" after "attacks on shipping": one of whom the several are not told to have struck."""
    several, one = earlier.telling.head.tag_ in PLURAL, later.telling.head.tag_ == "NN"
    return several and one and bool(later.recipients) and not later.recipients & earlier.recipients
