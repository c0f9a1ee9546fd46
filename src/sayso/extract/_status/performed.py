"""What is done by being said in the first person: "I would ask you", "let me thank them", "we wish to condemn"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries, negated

#: Verbs whose saying is the act, and types that have such verbs.
PERFORMED = word_list("performed_verbs")
ACTS = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "DECIDE", "CONCEDE", "CONSULT"})
#: What a speaker says of himself before such a verb, and what asks leave for it.
WISHES = frozenset({"want", "wish", "like", "love", "have"})
#: "Take this opportunity to thank you".
OCCASIONS, TAKING = frozenset({"opportunity", "occasion", "chance", "moment"}), frozenset({"take", "use"})
LEAVE = frozenset({"let", "allow", "permit"})
#: Auxiliaries that only make it polite.
POLITE = frozenset({"would", "should", "must", "'d", "’d", "do", "to"})


def is_performed(telling: Telling) -> bool:
    """Whether the speaker does it by these words; not under a condition or in a question."""
    verb = _first(telling.head)
    if telling.type not in ACTS or lemma(telling.head) not in PERFORMED or verb.tag_ not in ("VB", "VBP"):
        return False
    if _is_stray(telling.head):
        return True
    verb = _over_occasion(verb)
    above = verb.head if syntax.base(verb.dep_) in ("xcomp", "ccomp") else verb
    if lemma(above) in LEAVE and above is not verb:
        return not _subjects(above) and any(c.lower_ in ("me", "us") for c in (*above.children, *verb.children))
    said = above if lemma(above) in WISHES and above.tag_ in ("VB", "VBP") else verb
    first_person = any(s.lower_ in ("i", "we") for s in syntax.surface_subject(said))
    polite = {aux.lower_ for aux in auxiliaries(said)} <= POLITE
    return first_person and polite and not (negated(verb) or negated(said) or _is_open(said))


def _is_stray(verb: Token) -> bool:
    """ "We affirm that the war must never be fought, condemn any threats and stress …": joined by the parse to a clause
    whose subject does nothing of the kind, under a "we" that does.
    """
    other = verb.head
    if verb.dep_ != "conj" or syntax.children(verb, "nsubj", "aux", "mark") or other.tag_ == "VBG":
        return False
    subjects = syntax.children(other, "nsubj", "nsubj:pass")
    unable = syntax.is_passive(other)
    main = verb.sent.root
    ours = main.tag_ == "VBP" and any(s.lower_ in ("i", "we") for s in syntax.children(main, "nsubj"))
    return bool(subjects) and unable and ours and main.i < other.i and not syntax.is_passive(verb)


def _first(verb: Token) -> Token:
    """The first of the verbs that it is joined to: "to thank you and wish you luck", "I thank and support you"."""
    while verb.dep_ == "conj" and verb.head.tag_ in ("VB", "VBP") and not syntax.children(verb, "nsubj"):
        verb = verb.head
    return verb


def _over_occasion(verb: Token) -> Token:
    """ "Take" of "would like to take this opportunity to thank you"."""
    noun = verb.head
    taken = verb.dep_ == "acl" and lemma(noun) in OCCASIONS and noun.dep_ == "obj" and lemma(noun.head) in TAKING
    return noun.head if taken else verb


def _subjects(verb: Token) -> list[Token]:
    return [s for s in syntax.children(verb, "nsubj") if s.lower_ not in ("me", "us")]


def _is_open(verb: Token) -> bool:
    """ "I would ask him if I saw him", "if I ask you", "should I ask you?"."""
    inner = [verb, *syntax.children(verb, "xcomp")]
    clauses = [verb, *(c for one in inner for c in syntax.children(one, "advcl"))]
    marks = {c.lower_ for clause in clauses for c in clause.children if c.dep_ == "mark"}
    return bool(marks & {"if", "when", "unless", "whether"}) or verb.sent.text.rstrip(" \"”'’").endswith("?")
