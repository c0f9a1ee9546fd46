"""Words of the codebook that what stands beside them gives another sense: "a clerk named Holm" is appointed to nothing,
"let us go back" frees nobody, "held up as an example" stops nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.grammar import FIRST_PERSON
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.verb_group import negated

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from sayso.codebook.match import Trigger

US = frozenset({"us", "'s", "’s"})
#: What is of a land or a people, and not a guard that is put somewhere.
HAVING = frozenset({"security", "defence", "defense", "readiness", "preparedness"})
WRITING = frozenset({"write", "compose", "script", "edit", "film", "perform", "rehearse"})
BRIEFINGS = frozenset({"briefing", "conference"})
PUBLISHED = frozenset({"publish", "release", "issue", "send", "circulate", "write"})
SORTS = frozenset({"aggression", "conquest", "terror", "extermination", "genocide"})
#: How things stand, and what it needs.
CIRCUMSTANCES = frozenset(
    """situation landscape crisis moment time era age circumstance reality challenge threat environment emergency
    complexity scale urgency gravity task job work""".split()
)
NEEDING = frozenset({"demand", "require", "necessitate", "dictate"})
CROWDS = frozenset({"gathering", "meeting", "picket", "assembly", "congregation", "conclave"})
HITTING = word_list("crowds_hitting")
THROWING = word_list("crowds_throwing")
NAMING = frozenset({"name", "identify", "quote"})
SPOKEN = frozenset({"dialogue", "conversation"})


def has_other_sense(trigger: Trigger) -> bool:
    """Whether the words have another sense than that of the type that they were found for."""
    senses: dict[str, Callable[[Token], bool]] = {
        "DECIDE": _lets_us_go,
        "RETREAT": _lets_us_go,
        "COERCE": _is_held_up_as,
        "PROTEST": lambda word: _shows(word) or _is_hit(word),
        "MOBILIZE": _strengthens_what_they_have,
        "CONSULT": lambda word: _is_written(word) or _is_briefed(word) or _is_hit(word),
        "THREATEN": _pays_itself,
        "REQUEST": lambda word: _is_needed(word) or _stays_unnamed(word),
    }
    sense = senses.get(trigger.frame.type)
    return sense is not None and sense(trigger.head)


def _lets_us_go(verb: Token) -> bool:
    """ "Let's go back to the port"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    return lemma(verb) == "let" and any(t.lower_ in US for t in behind)


def _is_held_up_as(verb: Token) -> bool:
    """ "Was held up as a model": shown, and not stopped."""
    up = any(c.lower_ == "up" for c in verb.children)
    return lemma(verb) == "hold" and up and any(t.i > verb.i for t in syntax.prepositional(verb, "as"))


def _shows(verb: Token) -> bool:
    """ "As he demonstrated in May": what is said in the clause above."""
    first = verb.left_edge
    return lemma(verb) == "demonstrate" and first.lower_ == "as" and first.head == verb


def _strengthens_what_they_have(verb: Token) -> bool:
    """ "Strengthen the security of Mali"; "strengthened security at the port" puts guards there."""
    objects = syntax.logical_objects(verb)
    return any(lemma(t) in HAVING and syntax.prepositional(t, "of") for t in objects)


def _is_hit(noun: Token) -> bool:
    """ "Struck a gathering of rebels", "threw grenades at a picket", "an operation against a meeting of gunmen": people
    who are in one place, and no protest or talk that is told.
    """
    if lemma(noun) not in CROWDS:
        return False
    if noun.dep_ in ("obj", "nsubj:pass"):
        return lemma(noun.head) in HITTING
    return syntax.case_of(noun) in ("at", "on", "against", "into") and lemma(noun.head) in HITTING | THROWING


def _is_written(noun: Token) -> bool:
    """ "Was writing a dialogue": a text."""
    return lemma(noun) in SPOKEN and noun.dep_ == "obj" and lemma(noun.head) in WRITING


def _is_briefed(noun: Token) -> bool:
    """ "Told a briefing that …", "wrote in a briefing published on Monday": the press, or a paper."""
    told = noun.dep_ == "obj" and lemma(noun.head) == "tell"
    paper = any(lemma(c) in PUBLISHED for c in syntax.children(noun, "acl")) or lemma(noun.head) in WRITING
    return lemma(noun) in BRIEFINGS and (told or paper)


def without_sorts(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers without "aggression" of "a war of aggression", which is one deed, where the war itself is told."""
    told = {t.head.i for t in triggers if t.frame.type == "ASSAULT"}
    return [t for t in triggers if not (_is_sort(t.head) and t.head.head.i in told)]


def _is_sort(noun: Token) -> bool:
    return lemma(noun) in SORTS and syntax.case_of(noun) == "of" and lemma(noun.head) in ("war", "campaign", "policy")


def _pays_itself(verb: Token) -> bool:
    """ "We will pay for it": a promise, where "they will pay for it" is a threat."""
    return lemma(verb) == "pay" and any(t.lower_ in FIRST_PERSON for t in syntax.surface_subject(verb))


def _is_needed(verb: Token) -> bool:
    """ "This landscape demands that we build dams": how things stand asks nobody for it."""
    subjects = syntax.surface_subject(verb) if lemma(verb) in NEEDING else []
    return bool(subjects) and all(lemma(t) in CIRCUMSTANCES and not t.ent_type_ for t in subjects)


def _stays_unnamed(verb: Token) -> bool:
    """ "A clerk who asked not to be named": of whoever writes the report, and of nobody in it."""
    unnamed = (c for c in verb.children if c.tag_ == "VBN" and lemma(c) in NAMING and syntax.children(c, "aux:pass"))
    return any(negated(c) for c in unnamed)
