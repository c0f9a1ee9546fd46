"""Where in the sentence those stand of whom words of blame speak, who says it, and the deed."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.responsibility import Way

#: Verbs of whoever puts out a claim: "the group issued a claim of responsibility".
MAKING = frozenset({"issue", "make", "post", "release", "publish", "put", "circulate", "broadcast", "send"})


def beside(head: Token, way: Way) -> Token | None:
    """The word of `with`, where it stands as it should."""
    if way.as_ == "object":
        found = [*syntax.children(head, "obj", "nsubj:pass"), *syntax.logical_objects(head)]
    elif way.as_ == "subject":
        found = syntax.logical_subjects(head)
    elif way.as_ == "under":
        found = [c for c in head.children if syntax.base(c.dep_) in ("obl", "nmod")]
    elif way.as_ == "of":
        found = syntax.prepositional(head, "of")
    elif way.as_ == "predicate" and way.stance == "claims":
        found = [c for c in head.children if c.i > head.i]
    else:  # "held responsible", "held the guild responsible", of which the parse may make one noun phrase
        near = syntax.children(head, "xcomp", "obj", "obl", "ccomp", "advcl", "acomp", "nsubj:pass")
        found = [*near, *(c for one in near for c in syntax.children(one, "amod", "acl"))]
    return next((t for t in found if lemma(t) in way.with_), None)


def at(cue: tuple[Token, ...], places: tuple[str, ...], way: Way) -> list[Token]:
    """The words at the first of the places where any stand."""
    return next((found for place in places if (found := _in_place(cue, place, way))), [])


def _in_place(cue: tuple[Token, ...], place: str, way: Way) -> list[Token]:
    head, last = cue[0], cue[-1]
    if place == "subject":
        return syntax.logical_subjects(head)
    if place == "object":
        return _objects(cue, way)
    if place == "surface":
        return syntax.surface_subject(last) or syntax.surface_subject(head)
    if place == "noun":
        noun = head.head  # "the group responsible" is whoever it was
        known = noun.ent_type_ or way.stance == "unclaimed"
        return [noun] if head.dep_ in ("amod", "acl") and known else []
    if place == "predicate":
        return [head.head] if head.dep_ == "nsubj" and syntax.children(head.head, "cop") else []
    if place == "doer":  # "believe that rebels had done it", "are believed to have done it"
        clauses = [c for c in head.children if syntax.base(c.dep_) in ("xcomp", "ccomp")]
        return [t for c in clauses[:1] for t in syntax.logical_subjects(c)]
    if place == "that":  # "rejected accusations that rebels had done it"
        return [c for t in cue for c in syntax.children(t, "acl", "ccomp") if syntax.children(c, "mark")]
    if place == "owner":
        return syntax.possessors(head) or syntax.possessors(last)
    if place == "maker":
        verb = head.head
        return syntax.logical_subjects(verb) if head.dep_ in ("obj", "nsubj:pass") and lemma(verb) in MAKING else []
    if place == "beside":
        return [last]
    if place == "clause":
        return [c for c in head.children if syntax.base(c.dep_) in ("xcomp", "ccomp")]
    if place == "do":  # "had nothing to do with it"
        doing = [c for one in cue for c in syntax.children(one, "acl", "xcomp") if lemma(c) == "do"]
        return [t for c in (*doing, *cue) for t in syntax.prepositional(c, "with")]
    around = [head.head, *cue] if head.pos_ == "NOUN" and head.dep_ == "nsubj" else [*cue]
    found = [one for t in around for noun in _under(t, place) for one in syntax.conjuncts(noun) if one not in cue]
    return found or _behind_object(head, place)


def _objects(cue: tuple[Token, ...], way: Way) -> list[Token]:
    """Whom the verb has as its object, and those joined to him; of "is in jail, accused of it" whoever is."""
    head = cue[0]
    found = [t for t in syntax.logical_objects(head) if t not in cue]
    if not found and way.with_:
        found = [c for c in syntax.children(head, "obj", "nsubj:pass", "nsubj") if c not in cue]
    if not found and head.tag_ == "VBN" and syntax.base(head.dep_) in ("advcl", "acl", "conj"):
        found = syntax.surface_subject(head.head)
    return [one for t in found for one in syntax.conjuncts(t)]


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
    """Nouns, gerunds and clauses behind the preposition: "for the raid", "of carrying it out"."""
    clauses = [c for c in token.children if syntax.base(c.dep_) in ("advcl", "acl", "ccomp", "xcomp")]
    marked = [c for c in clauses if any(m.lower_ == preposition for m in syntax.children(c, "mark", "case"))]
    return [*syntax.prepositional(token, preposition), *marked]
