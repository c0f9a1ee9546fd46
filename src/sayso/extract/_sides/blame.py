"""Who is held to have done it, where the deed is a noun."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.control import CHARGES, charged_with
from sayso.codebook.match import lemma
from sayso.codebook.tree import is_denied, is_nobody
from sayso.codebook.words import word_list
from sayso.extract._telling.verb_group import negated

if TYPE_CHECKING:
    from sayso.extract._telling.telling import Telling

#: Verbs whose object is held to have done what stands after "for" or "of"; verbs that lay it "to" or "on" somebody.
BLAMING = word_list("participants_blaming")
ATTRIBUTING = word_list("participants_attributing")
#: Verbs whose object is linked "to" it or involved "in" it; verbs that say that somebody has not done it.
LINKING = word_list("participants_linking")
DENYING = word_list("participants_denying")
ADMITTING = word_list("participants_admitting")
#: Verbs that say of their object that it did not do what stands after "of".
CLEARED = word_list("blame_cleared")
#: Verbs that lay responsibility on somebody.
LAYING = ATTRIBUTING | {"put", "place", "fix"}
CASES = ("for", "of", "in", "to", "with")
#: What people hold for true and do not know; words that are climbed to it.
BELIEVED = frozenset({"assume", "believe", "presume", "suspect", "think"})
HIGHEST = 5
#: What is claimed, denied or laid on somebody for a deed.
RESPONSIBILITY = frozenset({"responsibility", "credit"})
#: Adjectives of who took part in it.
INVOLVED = frozenset({"involved", "implicated"})


def blamed_for(head: Token) -> list[Token]:
    """Who is held to have done it: "are responsible for the raid", "claimed responsibility for", "blamed … for",
    "attributed to", "linked … to", "involved in", "found guilty of", "confessed to", "were behind".
    """
    if (relative := _in_relative(head)) is not None:
        return relative
    verb = head.head.head if head.dep_ == "conj" else head.head
    joined = head.dep_ == "conj" and not syntax.case_of(head) and not syntax.is_verb(head.head)
    case, word = syntax.case_of(head.head if joined else head), lemma(verb)
    if (being := _by_being(head, verb, case, word)) is not None:
        return being
    if (
        case == "with" and word == "connection" and lemma(verb.head) in BLAMING
    ):  # "arrested in connection with the raid"
        return syntax.logical_objects(verb.head)
    if word in CHARGES and case == "of":
        return charged_with(verb)
    if case == "for" and word in RESPONSIBILITY:
        return _laid_or_claimed(verb.head, verb, head)
    if case in ("in", "of") and word == "suspect" and not syntax.is_verb(verb):
        return [verb]
    if word in ADMITTING and (case == "to" or head.dep_ == "obj"):
        return _claiming(verb)
    if syntax.is_verb(verb) and case in CASES and (word in BLAMING or word in LINKING):
        fits = case == "in" or (word, case) == ("charge", "with") or (case in ("to", "with")) == (word in LINKING)
        return syntax.logical_objects(verb) if fits else []
    clauses = [c for c in head.children if syntax.base(c.dep_) == "acl" and lemma(c) in ATTRIBUTING]
    laid = next((on for c in clauses for p in ("to", "on") if (on := syntax.prepositional(c, p))), [])
    if laid:
        return laid  # "an ambush blamed on the rebels", "that the army blamed on the rebels"
    if word in ATTRIBUTING and syntax.base(head.dep_) in ("obj", "nsubj"):
        return next((laid for p in ("to", "on") for o in (verb, head) if (laid := syntax.prepositional(o, p))), [])
    return []


def _in_relative(head: Token) -> list[Token] | None:
    """ "The rebels" of "a raid for which he blamed the rebels", "for which they were held responsible"; None where no
    such clause stands behind the deed.
    """
    for clause in head.children:
        which = [c for c in clause.children if c.lower_ == "which" and syntax.case_of(c) == "for"]
        which += [t for c in syntax.children(clause, "xcomp") for t in c.children if t.lower_ == "which"]
        if clause.dep_ == "acl:relcl" and which and lemma(clause) in BLAMING:
            return syntax.logical_objects(clause)
    return None


def _by_being(head: Token, verb: Token, case: str, word: str) -> list[Token] | None:
    """Who is behind the deed, responsible for it, involved in it or guilty of it; None where nobody is said to be."""
    if case == "behind" and syntax.children(head, "cop"):
        return [] if is_denied(head) else [one for one in syntax.surface_subject(head) if not is_nobody(one)]
    if case == "for" and word == "responsible":
        return _held_responsible(verb)
    if case == "in" and verb.lower_ in INVOLVED and not syntax.is_verb(verb):
        return syntax.surface_subject(verb)
    if word == "work" and head.dep_ == "nsubj" and syntax.children(verb, "cop") and not is_denied(verb):
        return syntax.prepositional(verb, "of")  # "the blasts were the work of rebels"
    if word == "guilty" and case in ("of", "to"):
        return syntax.logical_objects(verb.head) or syntax.surface_subject(verb.head)  # "found him guilty of it"
    return None


def is_cleared(deed: Token) -> bool:
    """ "Acquitted of bombing a train", "cleared him of murder", "not guilty of robbing a bank": it was not he."""
    for _ in range(HIGHEST):
        if deed.dep_ != "conj" or syntax.is_verb(deed.head) != syntax.is_verb(deed):
            break
        deed = deed.head
    if not any(c.lower_ == "of" for c in deed.children if c.dep_ in ("case", "mark")):
        return False
    above = deed.head
    for _ in range(HIGHEST):
        if not (deed.dep_ == "acl" or lemma(above) in CHARGES or above.dep_ == "obj"):
            break
        deed, above = above, above.head  # "acquitted of charges of murder", "cleared [two officers of murder]"
    return (lemma(above) in CLEARED) != negated(above) and lemma(above) in CLEARED | {"guilty"}


def accusers(telling: Telling, sentence: Sequence[Telling]) -> set[int]:
    """The party of "the party blamed the army for the raid": who accuses others of it, by the tellings of its sentence,
    has not done it.
    """
    charges = [t for t in sentence if t.type == "ACCUSE" and t.recipients]
    above = [t for t in charges if t.head.is_ancestor(telling.head) or _takes_up(t, telling)]
    return {actor.i for one in above for actor in one.actors}


def _takes_up(charge: Telling, deed: Telling) -> bool:
    """ "The strike …; the rebels blamed the army for it": a pronoun behind "for" stands for a deed before it."""
    taken = [t for t in syntax.prepositional(charge.head, "for") if t.lower_ in ("it", "this", "that", "which", "them")]
    return bool(taken) and deed.head.i < charge.head.i and not syntax.is_verb(deed.head)


def is_only_believed(token: Token, telling: Telling) -> bool:
    """ "The guild" of "gunmen suspected of belonging to the guild": whose people they are is not sure."""
    for verb in itertools.islice(token.ancestors, HIGHEST):
        if lemma(verb) in BELIEVED and verb.tag_ in ("VBN", "VBD"):
            return not (verb in telling.tokens or verb.is_ancestor(telling.head) or syntax.agents(verb))
    return False


def _laid_or_claimed(verb: Token, *over: Token) -> list[Token]:
    """On whom responsibility is laid ("put responsibility for the raid on"), or who claims it."""
    laid = next((found for token in over if (found := syntax.prepositional(token, "on"))), [])
    return laid if lemma(verb) in LAYING else _claiming(verb)


def _held_responsible(word: Token) -> list[Token]:
    """Who "is responsible", or is "held responsible"."""
    if word.dep_ == "amod" and word.i > word.head.i:
        first = word.head.head if word.head.dep_ == "conj" else word.head
        return [first] if first.head.lemma_ == "hold" or word.head.head.lemma_ == "hold" else [word.head]
    if word.dep_ == "xcomp" and syntax.is_verb(word.head):
        return syntax.logical_objects(word.head) or syntax.surface_subject(word)
    return syntax.surface_subject(word)


def _claiming(verb: Token) -> list[Token]:
    """Who claims, admits or bears it; who denies it has not done it, nor who has not claimed it."""
    claims = syntax.is_verb(verb) and lemma(verb) not in DENYING and not is_denied(verb)
    return [one for one in syntax.logical_subjects(verb) if not is_nobody(one)] if claims else []
