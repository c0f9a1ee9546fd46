"""Where in the sentence those stand of whom words of blame speak, who says it, and the deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.responsibility import Way

#: Verbs of whoever puts out a claim: "the group issued a claim of responsibility".
MAKING = frozenset({"issue", "make", "post", "release", "publish", "put", "circulate", "broadcast", "send"})
#: Where the word of `with` may hang on the word that says it, or on what does.
PREDICATES = ("xcomp", "obj", "obl", "ccomp", "advcl", "acomp", "nsubj:pass")

#: the word that says it, and the word of `with` beside it (the same where a way has none)
Cue = tuple[Token, ...]


def beside(head: Token, way: Way) -> Token | None:
    """The word of `with`, where it stands as it should."""
    return next((t for t in _BESIDE[way.as_](head) if lemma(t) in way.with_), None)


def at(cue: Cue, places: tuple[str, ...], way: Way) -> list[Token]:
    """The words at the first of the places where any stand."""
    return next((found for place in places if (found := _in_place(cue, place, way))), [])


def _in_place(cue: Cue, place: str, way: Way) -> list[Token]:
    return _PLACES[place](cue, way) if place in _PLACES else _behind(cue, place)


# ---- the word beside


def _as_predicate(head: Token) -> list[Token]:
    """ "Held responsible", "held the guild responsible", of which the parse may make one noun phrase."""
    near = syntax.children(head, *PREDICATES)
    return [*near, *(c for one in near for c in syntax.children(one, "amod", "acl"))]


_BESIDE: Mapping[str, Callable[[Token], list[Token]]] = {
    "object": lambda head: [*syntax.children(head, "obj", "nsubj:pass"), *syntax.logical_objects(head)],
    "subject": syntax.logical_subjects,
    "under": lambda head: syntax.children(head, "obl", "nmod"),
    "of": lambda head: syntax.prepositional(head, "of"),
    "predicate": _as_predicate,
    "after": lambda head: [c for c in head.children if c.i > head.i],
}


# ---- the places


def _objects(cue: Cue, way: Way) -> list[Token]:
    """Whom the verb has as its object, and those joined to him; of "is in jail, accused of it" whoever is."""
    head = cue[0]
    found = [t for t in syntax.logical_objects(head) if t not in cue]
    if not found and way.with_:
        found = [c for c in syntax.children(head, "obj", "nsubj:pass") if c not in cue]
    if not found and head.tag_ == "VBN" and syntax.base(head.dep_) in ("advcl", "acl", "conj"):
        found = syntax.surface_subject(head.head)
    return [one for t in found for one in syntax.conjuncts(t)]


def _surface(cue: Cue, _: Way) -> list[Token]:
    head, last = cue[0], cue[-1]
    # "was to blame", "is thought to be the work of"
    being = head.head if lemma(head.head) == "be" or head.dep_ == "xcomp" else head
    return syntax.surface_subject(last) or syntax.surface_subject(head) or syntax.surface_subject(being)


def _noun(cue: Cue, way: Way) -> list[Token]:
    """Whom the word stands beside; "the group responsible" is whoever it was."""
    noun = cue[0].head
    known = noun.ent_type_ or way.stance == "unclaimed"
    return [noun] if cue[0].dep_ in ("amod", "acl") and known else []


def _predicate(cue: Cue, _: Way) -> list[Token]:
    """ "Soldiers" of "the attackers were soldiers"."""
    said = cue[0].head
    return [said] if cue[0].dep_ == "nsubj" and syntax.children(said, "cop") else []


def _clauses(cue: Cue, _: Way) -> list[Token]:
    return syntax.children(cue[0], "xcomp", "ccomp")


def _that(cue: Cue, _: Way) -> list[Token]:
    """ "Rejected accusations [that rebels had done it]"."""
    return [c for t in cue for c in syntax.children(t, "acl", "ccomp") if syntax.children(c, "mark")]


def _doers(clauses: list[Token]) -> list[Token]:
    """ "Believe that [rebels] had done it", "are believed to have done it"."""
    return [one for c in clauses[:1] for t in syntax.logical_subjects(c) for one in syntax.conjuncts(t)]


def _maker(cue: Cue, _: Way) -> list[Token]:
    noun, verb = cue[0], cue[0].head
    return syntax.logical_subjects(verb) if noun.dep_ in ("obj", "nsubj:pass") and lemma(verb) in MAKING else []


def _to_do_with(cue: Cue, _: Way) -> list[Token]:
    """ "Had nothing to do with [it]"."""
    doing = [c for one in cue for c in syntax.children(one, "acl", "xcomp") if lemma(c) == "do"]
    return [t for c in (*doing, *cue) for t in syntax.prepositional(c, "with")]


_PLACES: Mapping[str, Callable[[Cue, Way], list[Token]]] = {
    "subject": lambda cue, _: syntax.logical_subjects(cue[0]),
    "object": _objects,
    "surface": _surface,
    "noun": _noun,
    "predicate": _predicate,
    "owner": lambda cue, _: syntax.possessors(cue[0]) or syntax.possessors(cue[-1]),
    "maker": _maker,
    "beside": lambda cue, _: [cue[-1]],
    "clause": _clauses,
    "doer": lambda cue, way: _doers(_clauses(cue, way)),
    "that": _that,
    "that-doer": lambda cue, way: _doers(_that(cue, way)),
    "do": _to_do_with,
}


def _behind(cue: Cue, preposition: str) -> list[Token]:
    """Nouns and clauses under the preposition, of the words that say it or of what they are the subject of."""
    head = cue[0]
    around = [head.head, *cue] if head.pos_ == "NOUN" and head.dep_ == "nsubj" else [*cue]
    found = [one for t in around for noun in _under(t, preposition) for one in syntax.conjuncts(noun) if one not in cue]
    return found or _behind_object(head, preposition)


def _behind_object(verb: Token, preposition: str) -> list[Token]:
    """ "Blamed the murder of two nurses [on rebels]", "accused the army [of carrying it out]", which the parse hung on
    the object.
    """
    if not syntax.is_verb(verb):
        return []
    inside = [t for o in syntax.children(verb, "obj") for t in o.subtree if t.i > o.i]
    clauses = [t for t in inside if t.dep_ in ("acl", "advcl") and t.tag_ == "VBG"]
    if preposition == "of":
        return [t for t in clauses if any(m.lower_ == "of" for m in syntax.children(t, "mark"))][:1]
    if preposition in ("on", "to", "upon"):
        return [t for t in inside if syntax.case_of(t) == preposition and t.pos_ in ("NOUN", "PROPN")][-1:]
    return []


def _under(token: Token, preposition: str) -> list[Token]:
    """ "For the raid", "of carrying it out"."""
    clauses = syntax.children(token, "advcl", "acl", "ccomp", "xcomp")
    marked = [c for c in clauses if any(m.lower_ == preposition for m in syntax.children(c, "mark", "case"))]
    return [*syntax.prepositional(token, preposition), *marked]
