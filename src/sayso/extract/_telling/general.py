"""What is told of any time and no day: habits, rules, aims, how long something takes, and what a deed of a kind is."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import FORCE, Telling
from sayso.extract._telling.verb_group import auxiliaries

#: What says that somebody does it every time.
EVERY_TIME = frozenset({"whenever", "wherever"})
EACH = frozenset({"every", "each", "whatever", "whichever"})
#: "If requested": how something else is done.
CASES = frozenset({"if", "when", "where", "unless"})
#: "It is widely accepted that …".
HELD_BY_ALL = frozenset({"generally", "widely", "commonly", "universally", "usually", "broadly"})
LENGTHS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "time"})
TAKING = frozenset({"take", "need", "require"})
#: Nouns of which a gerund or an infinitive says what they are about.
TOPICS = word_list("general_topics")
AIMS = word_list("general_aims")
#: Types of what is worth telling also where it is only an aim.
TOLD = FORCE | {"CONSULT"}
ABOUT = frozenset({"in", "of", "for", "on", "to", "at"})
RULES = frozenset({"permit", "forbid"})
OF_LATE = frozenset({"now", "today", "again", "currently", "finally", "still", "already", "since"})
ILLS = frozenset({"violence", "terror", "terrorism", "crime"})
#: Verbs that say what a deed of a kind is.
BEING = frozenset({"constitute", "amount", "represent", "violate"})
#: What one is "to welcome" somebody.
GLAD = frozenset({"honored", "honoured", "privileged", "pleased", "delighted", "humbled", "proud"})
OPEN = frozenset({"possible", "planned", "permitted"})
#: How far above a word the verb may stand that is done every time.
HIGH = 3


def is_of_any_time(telling: Telling) -> bool:
    """Whether the words tell of no one happening, whatever their type."""
    word = telling.head
    if telling.kind is None or telling.about is not None:
        return False
    return (
        _is_habit(word)
        or _is_case(word)
        or _is_held_by_all(word)
        or _is_length(word)
        or _is_kind(word)
        or _is_ill(word)
        or (telling.mode in RULES and _is_rule(word))
        or (telling.type not in TOLD and (_is_topic(word) or (telling.status in OPEN and _is_aim(word))))
        or (telling.status in OPEN and _holds_to_account(telling))
        or (word.lower_ in GLAD and bool(syntax.children(word, "xcomp")))
    )


def is_of_each(verb: Token) -> bool:
    """ "Every gun that we get", "each village is looted": what is told in the present of each thing, on no day."""
    first = next(iter(auxiliaries(verb)), verb)
    if first.tag_ not in ("VBZ", "VBP"):
        return False
    things = [verb.head] if verb.dep_ == "acl:relcl" else syntax.children(verb, "nsubj", "nsubj:pass", "obj")
    return any(c.lower_ in EACH for thing in things for c in syntax.children(thing, "det"))


def _is_habit(word: Token) -> bool:
    """ "Whenever goods are lost, we start investigating"."""
    verbs = [one for one in (word, *islice(word.ancestors, HIGH)) if one.tag_ in ("VBZ", "VBP")][:1]
    clauses = [clause for verb in verbs for clause in syntax.children(verb, "advcl")]
    return any(first.lower_ in EVERY_TIME for one in clauses for first in one.children if first.i < one.i)


def _is_case(verb: Token) -> bool:
    """ "Papers are filed early, if requested": a clause of two words."""
    before = verb.nbor(-1) if verb.i else verb
    alone = before.lower_ in CASES and not [c for c in verb.children if c.i > verb.i and not c.is_punct]
    return verb.tag_ == "VBN" and alone and verb.dep_ in ("advcl", "acl", "conj")


def _is_held_by_all(verb: Token) -> bool:
    """ "It is generally accepted that fees are paid"."""
    by_all = any(c.lower_ in HELD_BY_ALL for c in syntax.children(verb, "advmod"))
    it = any(c.lower_ == "it" for c in verb.children if c.i < verb.i)
    return it and by_all and syntax.is_passive(verb)


def _is_length(verb: Token) -> bool:
    """ "It takes an hour to send a request"; "it took two hours to free them" tells that they were freed."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in verb.children):
        return False
    above = [verb.head, *islice(verb.ancestors, HIGH)]
    taking = any(lemma(one) in TAKING and one.tag_ in ("VBZ", "VBP") for one in above)
    beside = (one for top in above for one in (top, *top.children) if one.i < verb.i)
    return taking and any(lemma(one) in LENGTHS for one in beside)


def _is_kind(noun: Token) -> bool:
    """ "Attacks on nurses are a crime": of deeds of a kind, with no name that says which ones."""
    if noun.tag_ != "NNS" or noun.dep_ != "nsubj" or any(t.ent_type_ or t.dep_ == "det" for t in noun.lefts):
        return False
    said = noun.head
    if syntax.children(said, "case"):
        return False  # "clashes are under way"
    copula = [v for v in syntax.children(said, "cop") if v.tag_ == "VBP" and said.pos_ == "NOUN"]
    general = bool(copula) or (lemma(said) in BEING and said.tag_ == "VBP")
    return general and not any(t.ent_type_ or t.like_num or t.lower_ in ("the", "these") for t in noun.subtree)


def _is_rule(verb: Token) -> bool:
    """ "Only registered nurses are allowed to vote": a rule for all of a kind; not "are now allowed to"."""
    helpers = syntax.children(verb, "aux", "aux:pass")
    present = len(helpers) == 1 and helpers[0].tag_ in ("VBP", "VBZ") and verb.tag_ == "VBN"
    whom = syntax.children(verb, "nsubj:pass")
    kind = [
        t for t in whom if t.tag_ == "NNS" and not any(c.dep_ in ("det", "nmod:poss", "nummod") for c in t.children)
    ]
    apart = {"obl:agent", "obl:unmarked", "nmod:unmarked"} & {syntax.base(c.dep_) for c in verb.children} or any(
        c.lower_ in OF_LATE for c in verb.children
    )
    named = any(t.ent_type_ for one in kind for t in one.subtree)
    return present and bool(kind) and not apart and not named and verb.dep_ != "ccomp"


def _is_ill(noun: Token) -> bool:
    """ "Lost sons to gun violence", "to end gang violence": an ill of the times, of no day and place."""
    sort = [c for c in syntax.children(noun, "compound") if c.pos_ == "NOUN" and not c.ent_type_]
    done = noun.dep_ == "obj" and noun.head.tag_ not in ("VB", "VBG", "VBZ", "VBP")
    there = syntax.base(noun.dep_) == "obl" and syntax.case_of(noun) not in ("to", "against", "about", "on")
    if noun.lower_ not in ILLS or not sort or done or there or noun.dep_ in ("nsubj", "nsubj:pass", "ROOT"):
        return False
    own = [c for c in noun.children if c.dep_ not in ("compound", "amod", "case", "punct", "cc", "conj")]
    return not own


def _first(verb: Token) -> Token:
    return verb.head if verb.dep_ == "conj" and syntax.is_verb(verb.head) else verb


def _is_topic(verb: Token) -> bool:
    """ "The progress in equipping the army", "the importance of advancing": what a noun is about."""
    first = _first(verb)
    marked = {c.lower_ for c in first.children if c.dep_ in ("mark", "case") and c.i < first.i}
    return first.tag_ == "VBG" and first.dep_ == "acl" and bool(marked & ABOUT) and lemma(first.head) in TOPICS


def _is_aim(verb: Token) -> bool:
    """ "Our aim is to remove hurdles", "the priorities: to remove hurdles"."""
    first = _first(verb)
    aimed = any(lemma(s) in AIMS for s in syntax.children(first, "nsubj")) and bool(syntax.children(first, "cop"))
    under = first.dep_ in ("acl", "ccomp", "xcomp", "parataxis") and lemma(first.head) in AIMS
    return first.tag_ == "VB" and (aimed or under)


def _holds_to_account(telling: Telling) -> bool:
    """ "We will hold those responsible to account": nobody is charged by it yet."""
    return telling.type == "ACCUSE" and lemma(telling.head) == "hold"
