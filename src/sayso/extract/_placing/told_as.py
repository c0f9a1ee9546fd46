"""What the language model takes an event to be told as: news, older than that, not done, or general."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import HAVE
from sayso.codebook.match import lemma
from sayso.extract._placing.clauses import SPOKEN
from sayso.extract._status.in_view import of_predicate
from sayso.extract._status.status import carrier_of, is_asked, is_purpose
from sayso.extract._status.unreal import is_only_named
from sayso.extract._telling.general import is_of_each
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.told_when import GENERAL, NEWS, NOT_DONE, OLDER, shares_of
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Degree, Status

#: Of what was done, the share of "older" and "general" from which on it is not of the report's day: of what goes on,
#: of the sentence's own verb or a meeting, and of what is told aside.
OLD_ONGOING, OLD, OLD_ASIDE = 0.6, 0.4, 0.3
#: That of the verb of the first sentence, which is the news.
OLD_LEADING = 0.65
#: Where the word stands that a sentence is about.
MAIN = frozenset({"ROOT", "parataxis"})
#: Types of what is done by words alone.
SPEECH = SPOKEN - {"CONSULT"}
#: Those whose verbs in the present are mostly said for the first time.
SAID = frozenset({"AGREE", "REQUEST", "SUPPORT"})
#: Nouns of other types than CONSULT for an occasion that a report goes on about.
OCCASIONS = frozenset({"hearing", "trial"})
#: How likely it must be that it is not done, or that it was done, to speak against what the words around it say.
SURELY_NOT, SURELY = 0.8, 0.85
#: The second of what something that was done was done for ("moved quickly to bar him").
RATHER = 0.6
#: The first where the certainty of the words speaks against it as well ("is open to talks"), also of a noun.
RATHER_NOT = 0.6
DOUBTED = frozenset({"possible", "unstated"})
#: Adverbs of what is done time and again; types that are, and the share from which on they are by the model alone.
ROUTINE = frozenset({"routinely", "regularly", "constantly", "continually", "always", "often", "frequently", "usually"})
HABITS = frozenset({"CONSULT", "COOPERATE", "AID"})
SURELY_GENERAL = 0.6
#: The share from which on it was done, which no word but one of doubt makes less than certain.
DONE = 0.5


def is_older(telling: Telling, *, jointly: bool = False) -> bool:
    """Whether what was done is older than the report's day, or general; not what a joint statement tells in a main
    clause to be promised or praised, which is done by it ("the two leaders reaffirmed").
    """
    if is_of_each(telling.head):
        return True
    verb = telling.head
    if jointly and telling.type in SPEECH and verb.tag_ == "VBD" and verb.dep_ in ("ROOT", "conj"):
        return False
    shares = None if telling.kind is None else shares_of(telling.head)
    if shares is None or shares[NOT_DONE] > 0.5 or (telling.type == "DECIDE" and _is_ordered(telling.head)):
        return False
    if _is_said(telling):
        return False
    old = shares[OLDER] + shares[GENERAL]
    least = OLD_ONGOING if telling.status == "ongoing" else OLD_ASIDE if _is_aside(telling) else OLD
    least = OLD_LEADING if _leads(verb) else least
    return bool(old > least * (shares[NEWS] + old))


def _leads(verb: Token) -> bool:
    """The verb in the past that a text begins with, which says who did it."""
    if verb.tag_ != "VBD" or verb.dep_ != "ROOT" or verb.sent.start:
        return False
    return any(subject.pos_ != "PRON" for subject in syntax.children(verb, "nsubj"))


def _is_said(telling: Telling) -> bool:
    """ "The sides commit to cut tariffs", "we will build it": done by saying it, and no aside nor what is always so."""
    verb = telling.head
    said = telling.fixed or (verb.tag_ == "VBP" and (telling.type in SAID or telling.mode == "pledge"))
    return telling.type in SPEECH and said and is_present(verb) and verb.dep_ in ("ROOT", "conj")


def is_present(verb: Token) -> bool:
    """ "Asks", "would ask", "is asking": told as of now, or of what is to be."""
    first = next(iter(auxiliaries(verb)), verb)
    return syntax.is_verb(verb) and first.tag_ in ("VBZ", "VBP", "MD") and first.lower_ not in HAVE


def _is_aside(telling: Telling) -> bool:
    """Whether it is neither what the sentence says nor an occasion that the report is of."""
    word = carrier_of(telling.head)
    if syntax.is_verb(word) or syntax.base(word.dep_) in MAIN:
        return syntax.base(word.dep_) not in MAIN and word.dep_ != "conj"
    return telling.type != "CONSULT" and lemma(telling.head) not in OCCASIONS


def _is_ordered(verb: Token) -> bool:
    """ "I have directed the ministry to …": what one says to have decided is decided by saying it."""
    own = any(c.lower_ in ("i", "we") for c in syntax.children(verb, "nsubj"))
    return (
        own
        and any(c.lower_ in HAVE - {"had"} for c in verb.children)
        and not any(c.lower_ == "already" for c in verb.children)
    )


def is_routine(telling: Telling) -> bool:
    """ "Routinely ridicules his rivals", "we organise joint meetings": done time and again, by the present."""
    verb = carrier_of(telling.head)
    if telling.fixed or telling.kind is None or verb.tag_ not in ("VBZ", "VBP") or negated(verb) or auxiliaries(verb):
        return False
    if any(c.lower_ in ROUTINE for c in syntax.children(verb, "advmod")):
        return True
    shares = shares_of(telling.head)
    return telling.type in HABITS and shares is not None and bool(shares[GENERAL] > SURELY_GENERAL)


def is_done(telling: Telling) -> bool:
    """Whether it is told as done, lately or before."""
    shares = None if telling.kind is None else shares_of(telling.head)
    return shares is not None and bool(shares[NEWS] + shares[OLDER] > DONE)


def status_as_told(telling: Telling, degree: Degree = "certain") -> Status:
    """The status that the words give; where the model is sure of the contrary, whether it was done. Of what is told
    with no more than the possible `degree`, it need be less sure, but where the sentence is about it.
    """
    shares = None if telling.fixed or telling.kind is None else shares_of(telling.head)
    refused = any(token.lower_ == "no" for token in telling.tokens)  # "has no plans to": not done is another thing
    if shares is None or refused or is_asked(telling.head) or is_only_named(telling.head) or of_predicate(telling.head):
        return telling.status
    about = (
        not syntax.is_verb(telling.head) and syntax.base(telling.head.dep_) == "nsubj"
    )  # "the permission is not enough"
    doubted = degree in DOUBTED and not about
    not_done = shares[NOT_DONE] > (RATHER_NOT if doubted else SURELY_NOT)
    if telling.status == "occurred" and (doubted or syntax.is_verb(telling.head)) and not_done:
        return "possible"
    if telling.status == "occurred" and is_routine(telling):
        return "ongoing"
    least = RATHER if is_purpose(telling.head) and telling.head.head.tag_ in ("VBD", "VBN") else SURELY
    done = telling.status == "possible" and shares[NEWS] + shares[OLDER] > least
    return "occurred" if done else telling.status
