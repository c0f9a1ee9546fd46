"""Acts that a noun only mentions ("criticized the decision", "despite the sanctions"): known already, not of the day.

News is told by verbs, by nouns that a verb carries out ("launched a raid") and by meetings, which a report goes on
about ("during the talks"). Any other noun takes for granted that the act was done, at a time that it does not tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import PLURAL
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._placing.clauses import HELD
from sayso.extract._placing.told_as import OCCASIONS
from sayso.extract._placing.when import AT_DEED
from sayso.extract._telling.told import Told, undated
from sayso.model import Event

#: Types whose nouns are mostly of the occasion that the report tells of, or are acts by being said ("my thanks").
OF_THE_DAY = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
#: How talks stand that somebody only speaks of: "expelled from the talks", "gave no details about the talks".
ASIDE = frozenset({"from", "about", "over", "against", "despite"})
#: Parts of a meeting or a deed, where it was, and who is at it.
PARTS = word_list("when_where_parts")


def mentions_undated(told: Sequence[Told], events: Sequence[Event], same: Mapping[str, str]) -> list[Event]:
    """The events; those that a noun only mentions lose the report's day, unless the report tells them elsewhere."""
    news: dict[str, bool] = defaultdict(bool)
    for one, event in zip(told, events, strict=True):
        news[same.get(event.id, event.id)] |= event.from_ == "dateline" and not is_mentioned(one)
    return [
        event if event.from_ != "dateline" or news[same.get(event.id, event.id)] else undated(event) for event in events
    ]


def is_mentioned(one: Told) -> bool:
    """Whether the words are a noun that nothing in its sentence brings about."""
    noun = one.telling.head
    if one.telling.type is None or one.event.status != "occurred" or one.event.toll or one.telling.about is not None:
        return False
    if noun.pos_ not in ("NOUN", "PROPN") or lemma(noun) in OCCASIONS or syntax.light_verb(noun) is not None:
        return False
    top, above = noun, noun.head
    while top.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        top, above = above, above.head
    rounds = one.telling.type == "CONSULT" and top.dep_ == "nmod" and noun.tag_ in PLURAL  # "of the talks"
    aside = one.telling.type == "CONSULT" and syntax.case_of(noun) in ASIDE
    if one.telling.type in OF_THE_DAY and not rounds and not aside:
        return False
    if top.dep_ in ("nmod", "appos"):
        return lemma(above) not in PARTS
    if top.dep_ not in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent") or not syntax.is_verb(above):
        return False
    return not _is_brought_about(top, above)


def _is_brought_about(noun: Token, verb: Token) -> bool:
    """ "The raid began", "nine were killed in the raid", "police dispersed a protest": the verb tells of the act."""
    if noun.dep_.startswith("nsubj"):
        return lemma(verb) in HELD
    return noun.dep_ == "obl" and syntax.case_of(noun) in AT_DEED and lemma(verb) in HELD
