"""What a pronoun cannot stand for by its place in the sentence: "the envoy met [him]" is not the envoy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.words import word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many verbs are gone up from a joined one to the subject that they share.
HIGHEST = 6
#: How many nouns in apposition to one another are gone up.
DEEPEST = 3
#: Verbs that judge or ask for what others do, and what stands before it beside an object ("thanked her for her work").
OF_OTHERS = word_list("binding_of_others")
FOR = frozenset(("for", "over", "on"))
#: Words for a part of those whom a pronoun stands for: "some of them".
SOME = frozenset({"all", "both", "each", "few", "half", "many", "most", "none", "one", "several", "some", "two"})
#: Before a participle that the subject of the verb over it does.
OWN_MARKS = frozenset({"after", "before", "by", "despite", "in", "since", "when", "while", "without"})
#: Verbs whose infinitive their own subject does, whomever they turn to.
OWN = word_list("syntax_subject_control")
#: Verbs of asking that others do something.
ASKING = frozenset("demand urge request propose recommend order insist command direct require".split())


def is_barred(pronoun: Token, other: Token) -> bool:
    """Whether the pronoun cannot stand for whom the other word names: both are sides of one verb, also of joined verbs
    that share a subject ("met the mayor and thanked him"), or it owns that very thing; nor is "it" whatever the subject
    is of ("the party's leader rejected [it]").
    """
    other = told_again(other)
    reflexive = pronoun.lower_.endswith(("self", "selves"))
    owner = pronoun.dep_ == "nmod:poss"
    if owner:
        return pronoun.head.i == other.i or _is_of_several(pronoun, other)
    if reflexive:
        return False
    if _is_asked(pronoun, other):
        return True
    beside = pronoun.head.i == other.head.i and pronoun.head.i != other.i
    relative = pronoun.head.dep_ == "acl:relcl" and pronoun.head.head.i == other.i
    if beside or (relative and _is_told_by_relative(pronoun)):
        return True
    side = pronoun.head if pronoun.dep_ == "nmod" and pronoun.head.lower_ in SOME else pronoun
    if not _is_object(side):
        return False
    own_officer = pronoun.lower_ == "it" and other.dep_.startswith("nmod") and _is_subject(other.head, side.head)
    return own_officer or other.i in (_subject_over(side.head), _object_over(side.head))


def _is_asked(pronoun: Token, other: Token) -> bool:
    """ "It" of "the union demanded that it withdraw" is not the union: nobody demands of himself."""
    asked = pronoun.head
    base = asked.tag_ in ("VB", "VBP") and not any(child.dep_ == "aux" for child in asked.children)
    if not (base and asked.dep_ == "ccomp" and _is_subject(pronoun, asked) and asked.head.lemma_ in ASKING):
        return False
    own = next((c.i for c in asked.head.children if c.dep_ == "nsubj"), None)
    return other.i == (own if own is not None else _subject_over(asked.head))


def clause_mates(other: Token, pronoun: Token) -> bool:
    """ "Chad, which left after [it] was fined", "she was shot as [she] left": the subject of a clause beside a verb is
    mostly that of the verb.
    """
    clause = pronoun.head
    if clause.dep_ != "advcl" or pronoun.dep_ not in ("nsubj", "nsubj:pass") or clause.i < clause.head.i:
        return False
    other, verb = told_again(other), clause.head
    subject = next((c for c in verb.children if c.dep_.partition(":")[0] == "nsubj"), None)
    if any(c.dep_ == "obj" and c.tag_ == "PRP" for c in verb.children):
        return False  # "a fire burned it before it opened"
    if subject is None:
        return other.i == _subject_over(verb)
    relative = subject.tag_ in ("WP", "WDT") and verb.dep_ == "acl:relcl"
    return other.i == (verb.head.i if relative else subject.i)


def told_beside(noun: Token) -> list[Token]:
    """Words that stand for others than a noun with "the" does: "the Union and [the bloc]" are two, and so are the sides
    of a verb ("the Union sued [the bloc]").
    """
    first = noun.head if noun.dep_ == "conj" else noun
    joined = [first, *(c for c in first.children if c.dep_ == "conj")]
    sides = [c for c in noun.head.children if c.dep_ == "nsubj"] if noun.dep_ in ("obj", "iobj") else []
    return [t for t in (*joined, *sides) if t.i != noun.i]


def _is_of_several(pronoun: Token, other: Token) -> bool:
    """ "Their" of "Chad and Togo ended [their] pact": what several do to their own is of none but them."""
    verb = pronoun.head.head
    if pronoun.lower_ != "their" or pronoun.head.dep_ != "obj" or verb.lemma_ in OF_OTHERS:
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    several = [] if subject is None else [subject, *(c for c in subject.children if c.dep_ == "conj")]
    named = len(several) > 1 and all(t.ent_type_ for t in several)
    return named and other.i not in [t.i for t in several]


def judges(other: Token, pronoun: Token) -> bool:
    """ "Condemned his remark", "called for his release": what the other word's subject does to what the pronoun owns is
    seldom done to one's own; people and bodies ("praised his troops") may be.
    """
    return pronoun.dep_ == "nmod:poss" and told_again(other).i == _judge_of(pronoun.head)


def _judge_of(deed: Token) -> int | None:
    """Where the subject of the verb stands that judges or asks for a deed."""
    verb = deed.head
    case = next((child.lower_ for child in deed.lefts if child.dep_ == "case"), "")
    judged = deed.dep_ == "obj" or (deed.dep_ == "obl" and case in FOR)
    calls = verb.lemma_ == "call" and case == "for" and deed.dep_ == "obl"
    if not (calls or (judged and verb.lemma_ in OF_OTHERS)):
        return None
    noun = load_nouns().find(deed.lower_, deed.lemma_)
    if noun is not None and noun.kind in HUMAN:
        return None
    own = next((child.i for child in verb.children if child.dep_ == "nsubj"), None)
    return own if own is not None else _subject_over(verb)


def told_again(token: Token) -> Token:
    """ "Envoy" of "the envoy, [name], left": the word of the clause that a name in apposition tells again."""
    for _ in range(DEEPEST):
        if token.dep_ not in ("appos", "flat") or token.head.pos_ not in ("NOUN", "PROPN"):
            break
        token = token.head
    return token


def tells_of(other: Token, pronoun: Token) -> bool:
    """ "Blacklisted two banks that [it] says armed the guild": who did something to somebody tells why, whoever else
    stands between.
    """
    verb = pronoun.head
    told = pronoun.dep_ == "nsubj" and verb.dep_ == "acl:relcl" and any(c.dep_ == "ccomp" for c in verb.rights)
    if not told:
        return False
    over = verb.head
    for _ in range(HIGHEST):
        if over.pos_ == "VERB" or over.head.i == over.i:
            break
        over = over.head
    own = next((c.i for c in over.children if c.dep_ == "nsubj"), None)
    return over.pos_ == "VERB" and told_again(other).i == (own if own is not None else _subject_over(over))


def _is_told_by_relative(pronoun: Token) -> bool:
    """ "Guards who hit them": "who" is the other side of the verb."""
    sides = ("nsubj", "obj", "iobj", "obl")
    return any(
        child.tag_ in ("WP", "WDT") and child.i != pronoun.i and child.dep_.partition(":")[0] in sides
        for child in pronoun.head.children
    )


def _is_object(pronoun: Token) -> bool:
    return pronoun.dep_ in ("obj", "iobj") or (pronoun.dep_ == "obl" and pronoun.head.pos_ == "VERB")


def _is_subject(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.dep_.partition(":")[0] == "nsubj"


def _object_over(verb: Token) -> int | None:
    """Where the object stands that does what a gerund or infinitive tells: "accused the police of beating [them]",
    "ordered the guards to free [him]"; who promises somebody to do it does it himself.
    """
    over = verb.head
    marks = _marks(verb)
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "xcomp") and marks & {"of", "from"}
    infinitive = verb.tag_ == "VB" and verb.dep_ == "xcomp" and over.lemma_ not in OWN
    if not (gerund or infinitive):
        return None
    return next((c.i for c in over.children if c.dep_ in ("obj", "iobj") and c.i < verb.i), None)


def _may_act(token: Token) -> bool:
    """Whether it is somebody, or may be."""
    noun = load_nouns().find(token.lower_, token.lemma_)
    return token.pos_ in ("PROPN", "PRON") or (noun is not None and noun.kind in HUMAN)


def _marks(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("mark", "case")}


def _subject_over(verb: Token) -> int | None:
    """Where the subject stands that a joined verb, an infinitive without one ("used gas to scatter them") or a
    participle behind ("left, thanking them") shares with a verb over it.
    """
    for _ in range(HIGHEST):
        sides = {child.dep_.partition(":")[0] for child in verb.children}
        participle = verb.dep_ == "advcl" and verb.tag_ == "VBG" and _marks(verb) <= OWN_MARKS
        aim = verb.dep_ == "advcl" and verb.tag_ == "VB" and _marks(verb) == {"to"}
        if "nsubj" in sides or not (verb.dep_ in ("conj", "xcomp") or participle or aim) or verb.head.i == verb.i:
            return None
        asked, sent, verb = verb.dep_ == "xcomp", aim, verb.head
        sent = sent and verb.lemma_ not in OWN  # "telephoned her to thank her"
        objects = [child for child in verb.children if child.dep_ == "obj"]
        if (asked and objects) or (sent and any(map(_may_act, objects))):
            return None  # "asked the envoy to help him", "sent a team to help him"
        subject = next((c.i for c in verb.children if c.dep_.partition(":")[0] == "nsubj"), None)
        if subject is not None:
            return subject
    return None
