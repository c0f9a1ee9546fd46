"""What stands around a verb: its auxiliaries, and whether the words deny it."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import NO
from sayso.codebook.words import word_list

#: Words after "not" that take the negation from the verb.
ONLY = word_list("status_only")
#: Words that deny what they hang on.
DENYING = NO | {"neither", "nor"}


def negated(token: Token) -> bool:
    """Whether "not", "no", "never" … stands with the word; "has yet to leave" has not left."""
    if any(c.lower_ == "to" and c.i > 0 and c.nbor(-1).lower_ == "yet" for c in syntax.children(token, "mark")):
        return True
    return any(
        child.dep_ == "neg" or child.lower_ in DENYING
        for child in token.children
        if child.dep_ in ("neg", "advmod", "det", "cc", "cc:preconj") and not not_only(child)
    )


def not_only(negation: Token) -> bool:
    """ "not only", "not just": both are so."""
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in ONLY


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of the verb, those of the verb it is joined to included."""
    found = [child for child in verb.children if syntax.base(child.dep_) in ("aux", "cop")]
    if (
        not found
        and verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and not syntax.surface_subject(verb)
        and verb.tag_ in ("VB", "VBG", "VBN")
    ):
        return auxiliaries(verb.head)
    return found


def told_with(word: Token) -> Token:
    """A verb; of a noun the verb that tells of it ("the talks [ended]"), or what it is said to be ("[part] of it")."""
    above = (one for one in (word, *word.ancestors) if syntax.is_verb(one) or syntax.children(one, "cop"))
    return next(above, word)
