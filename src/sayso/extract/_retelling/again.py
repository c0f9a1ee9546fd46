"""Nouns that take up an event told before ("the attack", "this decision"), and which events they cannot mean."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.words import word_list
from sayso.digest._places.dateline import opens
from sayso.extract._sides.talks import SIDES, TALK, goes_on_elsewhere
from sayso.extract._status.presupposed import DEFINITE
from sayso.extract._status.status_above import GOVERNORS
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told import AGAIN, TO_SOMEBODY, Told
from sayso.model import Status

#: Words before a noun that tell further events of its kind, and those that do so before a definite one.
OTHERS = word_list("same_others")
FURTHER = word_list("same_further")
#: What is done to an assault that comes about and does not succeed.
BEATEN_OFF = frozenset({"repel", "repulse", "beat", "resist", "withstand"})
#: Verbs by which an event comes about: what they say of it is said of the event.
COMING = word_list("same_coming")
#: What the verb beside a noun makes of it, and what it then may have been.
BESIDE: dict[Status, frozenset[str]] = {
    "possible": frozenset({"occurred", "ongoing", "attempted", "planned"}),
    "planned": frozenset({"occurred", "ongoing", "attempted"}),
}

#: Types whose events go by a name ("the [Town] riots"); a body's meetings are many.
NAMED = frozenset({"ASSAULT", "PROTEST"})
#: Nouns for coming into a land, and words by which several deeds are told.
COMING_IN = frozenset({"incursion", "invasion", "intrusion"})
SEVERAL = frozenset({"all", "both"})

#: Types with nouns for what goes on between people in general.
RELATIONS = frozenset({"CONSULT", "COOPERATE"})
#: Types whose verbs tell of what is said to be done.
SPOKEN = frozenset({"AGREE", "REQUEST", "DECIDE"})
#: Types whose verbs are told apart by what is decided, asked for, given or praised; how many words that must be, and
#: the share of them that two tellings of one act have in common at the least.
TOLD_APART = frozenset({"DECIDE", "REQUEST", "AID", "SUPPORT"})
FEW, SHARE = 3, 1 / 3
#: How a talk that goes on while somebody speaks stands before its noun, and what else may stand there; modes of talks.
HERE = frozenset({"this", "today", "our", "current", "present"})
OWN = word_list("talks_own") | HERE
TALKS = frozenset({None, "meet", "phone", "multilateral"})
#: Those who met, told together.
BOTH = frozenset({"two", "both", "they"})
#: Prepositions of what is yet to come of something: "information leading to the arrest".
TOWARDS = frozenset({"to", "into", "for", "towards", "toward"})


def takes_up(telling: Telling) -> bool:
    """ "The attack", "this decision", "Sunday's raid", "it is a decision": a definite noun, or what a pronoun is said
    to be.
    """
    head = telling.head
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(c.dep_ == "det" and c.lower_ in DEFINITE for c in head.children):
        return True
    if any(c.dep_ == "nmod:poss" and lemma(c) in TIMES for c in head.children):
        return True
    return any(c.dep_ in syntax.SUBJECTS and c.lower_ in ("it", "this", "that") for c in head.children)


def points(telling: Telling) -> bool:
    """ "This bombardment", "these raids": the violence that was just told, by whatever word."""
    return any(c.dep_ == "det" and c.lower_ in ("this", "these") for c in telling.head.children)


def is_talk(telling: Telling) -> bool:
    """ "Met", "the meeting", "talks": one talk, not "meetings" nor a visit."""
    one = telling.head.tag_ != "NNS" or lemma(telling.head) == "talk"
    return telling.type == "CONSULT" and telling.mode in TALKS and one and not is_another(telling)


def is_going_on(telling: Telling) -> bool:
    """ "This meeting", "today's talks", "our conversation": the talk in which somebody speaks, or of which he tells."""
    if syntax.is_verb(telling.head) or not is_talk(telling):
        return False
    before = {lemma(c) for c in _before(telling.head) if c not in telling.tokens and c.dep_ not in ("case", "punct")}
    return bool(before & HERE) and before <= OWN


def is_the_talk(telling: Telling) -> bool:
    """ "The meeting", "during the call": the last talk that was told, as no other word says which one it is."""
    noun = telling.head
    if syntax.is_verb(noun) or not is_talk(telling) or goes_on_elsewhere(telling):
        return False
    return [c.lower_ for c in _before(noun) if c.dep_ not in ("case", "punct")] == ["the"]


def is_told_on(telling: Telling) -> bool:
    """ "They also discussed trade", "the conversation touched on it", in the words of a report of one talk."""
    if not is_talk(telling) or telling.mode == "multilateral" or goes_on_elsewhere(telling):
        return False
    if syntax.is_verb(telling.head):
        return any(lemma(t) in TALK for t in telling.tokens)
    return all(lemma(c) in OWN for c in _before(telling.head) if c.dep_ not in ("case", "punct"))


def talked_at(before: Iterable[Told], later: Told) -> str | None:
    """The id of the talk of its sentence at which it was spoken: "met the king in Gao, where the two discussed it"."""
    verb = later.telling.head
    if not is_talk(later.telling) or not syntax.is_verb(verb) or lemma(verb) not in TALK:
        return None
    talks = (one for one in before if one.event.sentence == later.event.sentence and is_talk(one.telling))
    whole = any(lemma(t) in SIDES or t.lower_ in BOTH for t in later.telling.actors)
    for talk in (one for one in talks if (one.event.mode == "phone") is (later.event.mode == "phone")):
        sides = talk.actors | talk.recipients
        others = later.recipients and not later.recipients & sides
        if not others and (whole or later.actors & sides):
            return talk.event.id
    return None


def is_another(telling: Telling) -> bool:
    """ "More attacks", "at least 10 strikes" are others than the one before; "dialogue" alone is none in particular."""
    if telling.head.pos_ not in ("NOUN", "PROPN") or takes_up(telling):
        return False
    if telling.type in RELATIONS and telling.head.tag_ == "NN" and all(c.dep_ == "case" for c in _before(telling.head)):
        return True
    return any(c.dep_ == "nummod" or c.lower_ in OTHERS for c in _before(telling.head))


def is_set_apart(later: Telling, earlier: Telling) -> bool:
    """ "The second attack", "the [Town] attack": what stands before the noun and is not said of the earlier telling;
    "had been held before", "was held, too".
    """
    if later.head.pos_ not in ("NOUN", "PROPN"):
        again = any(c.lower_ in AGAIN and c.dep_ == "advmod" for c in later.head.children)
        return again and later.type in TO_SOMEBODY
    scenes = _scenes(later.head) if names_before(earlier.head) | _scenes(earlier.head) else set()
    names = names_before(later.head) | scenes
    if names and names - {t.lower_ for t in earlier.head.sent}:
        return True
    further = {c.lower_ for c in _before(later.head)} & FURTHER
    return bool(further - {c.lower_ for c in _before(earlier.head)}) or _of_another_day(later.head)


def is_of_another_kind(later: Telling, earlier: Telling) -> bool:
    """ "The incursion" after somebody was seized: who comes in does not yet do what has a kind of its own; "all the
    bombings", "both raids" after one.
    """
    noun, first = later.head, earlier.head
    several = noun.tag_ == "NNS" and any(c.lower_ in SEVERAL for c in _before(noun))
    if several and first.tag_ in ("NN", "NNP"):
        return True
    return lemma(noun) in COMING_IN and earlier.mode is not None


def _of_another_day(noun: Token) -> bool:
    """ "The previous day's attack", but not "last week's attack"."""
    days = (day for day in syntax.children(noun, "nmod:poss") if lemma(day) in TIMES)
    return any(c.lower_ in FURTHER - {"last"} for day in days for c in syntax.children(day, "amod"))


def is_no_pledge(later: Telling, earlier: Telling) -> bool:
    """ "The decision" after "we will build it": a noun for what was decided takes up no promise."""
    noun = later.type == "DECIDE" and later.mode is None and not syntax.is_verb(later.head)
    return noun and earlier.mode == "pledge"


def says_otherwise(later: Telling, earlier: Telling) -> bool:
    """ "Pledged to send aid" and "pledged to build a school": verbs whose contents share no word are two promises, and
    so are those of many words that share few ("will build schools for the north" and "will train teachers for it"), but
    for a headline and the sentence under it.
    """
    if not (syntax.is_verb(later.head) and syntax.is_verb(earlier.head)):
        return False
    told_apart = later.type == earlier.type and later.type in TOLD_APART
    spoken = later.type in SPOKEN and (later.type != "DECIDE" or later.mode in (None, "pledge", "order"))
    if not (told_apart or spoken):
        return False
    mine, other = _content_words(later), _content_words(earlier)
    least = min(len(mine), len(other))
    headline = opens(earlier.head.sent) and later.head.sent.start == earlier.head.sent.end
    if told_apart and least >= FEW and not headline:
        return len(mine & other) <= SHARE * least
    return spoken and least > 0 and not mine & other


def has_been_told(later: Telling, status: Status, earlier: Status) -> bool:
    """ "The agreement" of "parliament may pass the agreement" after "reached an agreement": it is `status` only by the
    verb beside it, and has the status of the earlier telling; "repelled the assault" is of the one just told.
    """
    noun = later.head
    if (earlier, status, later.type) == ("occurred", "attempted", "ASSAULT") and lemma(noun.head) in BEATEN_OFF:
        return takes_up(later)
    if earlier not in BESIDE.get(status, ()) or not takes_up(later) or syntax.case_of(noun) in TOWARDS:
        return False
    said = [noun.head, *(c for c in noun.children if c.dep_ in ("amod", "compound", "acl"))]  # "scheduled for May"
    governors = set().union(*(words for status, words in GOVERNORS.items() if status != "permitted"))
    return not any(lemma(word) in governors | COMING for word in said)


def _content_words(telling: Telling) -> set[str]:
    """The nouns and verbs under the verb, but for those who act."""
    told = {t.i for t in telling.tokens} | {t.i for actor in telling.actors for t in actor.subtree}
    return {lemma(t) for t in telling.head.subtree if t.pos_ in ("NOUN", "VERB", "NUM") and t.i not in told}


def goes_by_its_name(later: Telling, earlier: Telling) -> bool:
    """ "The [Town] massacre" after "the [Town] attack": both nouns go by one name, and the later one is definite."""
    name = names_before(later.head) if later.type in NAMED and takes_up(later) else set()
    return bool(name) and earlier.head.pos_ in ("NOUN", "PROPN") and bool(name & names_before(earlier.head))


def names_before(noun: Token) -> set[str]:
    """ "[Town]" of "the [Town] attack" and of "the [Town] market attack", "1812" of "the 1812 battles"."""
    before = [c for c in _before(noun) if c.dep_ in ("compound", "amod", "nummod")]
    before += [below for c in before for below in _before(c) if below.dep_ in ("compound", "amod")]
    return {c.lower_ for c in before if c.tag_ in ("NNP", "NNPS") or (c.tag_ == "CD" and len(c) == 4)}


def _scenes(event: Token) -> set[str]:
    """ "[Town]" of "the attack in [Town]", "attacked in [Town]"."""
    return {c.lower_ for c in event.children if c.pos_ == "PROPN" and syntax.case_of(c) in ("in", "at", "near")}


def _before(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.i < noun.i]
