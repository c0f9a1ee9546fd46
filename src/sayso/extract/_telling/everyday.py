"""Words of the codebook that tell no event of conflict or diplomacy: what stands on signs, scores, kin who call, parked
cars, figures of speech for what a thing rests on, and what holds of every such deed.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.match import Trigger, in_classes, lemma
from sayso.codebook.nominals import nominal_kind
from sayso.codebook.nouns import HUMAN
from sayso.codebook.tree import is_denied
from sayso.codebook.words import word_list
from sayso.extract._telling.telling import FORCE

#: What bears words that nobody says; by which verbs it does; how many words back a quote may begin, and the sign be
#: told of that "another" is beside; what else it is called.
SIGNS = word_list("everyday_signs")
BEARING = frozenset(
    {"read", "say", "warn", "advise", "proclaim", "declare", "announce", "urge", "ask", "tell", "remind"}
)
NEAR, BACK = 30, 40
ANOTHER = frozenset({"another", "one", "others", "some", "it", "third", "second"})
OPENING = frozenset({"“", "‘", '"', "``", "«"})
CLOSING = frozenset({"”", "’", '"', "''", "»"})
#: What a thing rests on; verbs of blows at it.
GROUNDS = word_list("everyday_grounds")
BLOWS = frozenset(
    {"attack", "assail", "assault", "hit", "strike", "undermine", "batter", "shake", "rock", "target", "bomb"}
)
#: What shows that somebody said what is not so.
EVIDENCE = word_list("everyday_evidence")
#: What is settled by a "resolution" that is no paper.
QUARRELS = word_list("everyday_quarrels")
#: Where a car stands that nobody has stopped.
ROADSIDE = frozenset({"side", "kerb", "curb", "roadside", "shoulder", "verge", "lay-by"})
#: Whom one welcomes or calls on at home, who is no "@kin" of the codebook.
PRIVATE = word_list("everyday_private")
#: What one says of every deed of a kind.
EVERY = frozenset({"every", "each", "any"})
HOLDING = frozenset({"have", "involve", "cause", "lead", "result", "mean", "include", "take", "last", "end", "follow"})
#: Classes of those who meet and threaten; what threatens for somebody.
SOMEBODY = ("@agent_noun", "@person", "@armed", "@leader", "@weapon")
SENT = word_list("arguments_texts") | word_list("everyday_sent")
#: Verdicts on words.
VERDICTS = frozenset({"true", "false", "correct", "accurate", "inaccurate", "wrong", "misleading", "right"})
#: Courts, which can clear somebody's name.
CLEARING = frozenset(
    {"court", "judge", "jury", "prosecutor", "tribunal", "inquiry", "commission", "report", "police", "panel"}
)


def is_everyday(trigger: Trigger, codebook: Codebook) -> bool:
    """Whether the words of a trigger tell of everyday life, stand on a sign, or are a figure of speech."""
    word, type_ = trigger.head, trigger.frame.type
    by_words = {
        "REQUEST": _is_wish,
        "CONCEDE": _clears_itself,
        "CONTROL": _is_score,
        "PROTEST": _is_craft,
        "DECIDE": _rates,
        "REJECT": _gives_in_or_shows,
    }
    by_classes = {
        "COERCE": _is_parked,
        "SUPPORT": _is_greeting,
        "CONSULT": lambda word, codebook: _is_call_on_kin(word, codebook) or _meets_nobody(word, codebook),
        "THREATEN": _threatens_as_thing,
        "ASSAULT": _hits_grounds,
        "ACCUSE": _hits_grounds,
    }
    if type_ in by_words and by_words[type_](word):
        return True
    if type_ in by_classes and by_classes[type_](word, codebook):
        return True
    return _is_on_sign(word) or (type_ in FORCE and _holds_of_all(word))


def _is_on_sign(word: Token) -> bool:
    """ "A banner read 'We attack at dawn'", "another warned, 'Speeders will be arrested'": nobody does it."""
    doc, at = word.doc, word.i
    floor = max(word.sent.start, at - NEAR)
    opening = next((i for i in range(at - 1, floor - 1, -1) if doc[i].text in OPENING), None)
    if opening is None or opening <= word.sent.start:
        return False
    verb = _before_quote(doc, opening, floor)
    if verb is None or lemma(verb) not in BEARING:
        return False
    subjects = syntax.surface_subject(verb)
    bears = any(map(_is_sign, subjects))
    start = word.sent.start
    if bears or start == 0 or not any(t.lower_ in ANOTHER for t in (*subjects, doc[verb.i - 1])):
        return bears
    return any(map(_is_sign, doc[max(0, start - BACK) : start]))


def _is_sign(word: Token) -> bool:
    """Whatever the parse takes it for ("one highway sign read"); not "to sign"."""
    return word.lower_.removesuffix("s") in SIGNS and (word.i == 0 or word.nbor(-1).lower_ != "to")


def _before_quote(doc: Doc, opening: int, floor: int) -> Token | None:
    """The word that brings in the quote, or the one joined to it ("read 'Go' and 'Stay'")."""
    at = opening - 1
    while at > floor and (doc[at].is_punct or doc[at].is_space or doc[at].lower_ in ("and", "or")):
        if doc[at].text in CLOSING:
            at = next((i for i in range(at - 1, floor, -1) if doc[i].text in OPENING), floor)
        at -= 1
    return doc[at] if at >= floor else None


def _is_parked(verb: Token, codebook: Codebook) -> bool:
    """ "A lorry was pulled over at the kerb": nobody has stopped it."""
    if lemma(verb) != "pull" or not syntax.is_passive(verb):
        return False
    if syntax.children(verb, "obl:agent") or syntax.prepositional(verb, "by") or syntax.prepositional(verb, "for"):
        return False
    beside = any(
        lemma(t) in ROADSIDE for c in ("on", "at", "to", "onto", "by", "in") for t in syntax.prepositional(verb, c)
    )
    things = [t for t in syntax.logical_objects(verb) if in_classes(t, ("@vehicle",), codebook)]
    return bool(things) and (beside or not any(lemma(t) in ("police", "officer", "trooper") for t in verb.sent))


def _is_greeting(verb: Token, codebook: Codebook) -> bool:
    """ "Welcomed a new neighbour", "a baby girl", "welcome you to the fair": politeness, and no support."""
    if lemma(verb) not in ("welcome", "greet") or not syntax.is_verb(verb):
        return False
    whom = syntax.logical_objects(verb)
    return bool(whom) and all(t.lower_ == "you" or _is_private(t, codebook) for t in whom)


def _is_private(who: Token, codebook: Codebook) -> bool:
    near = [who, *syntax.children(who, "compound", "flat", "appos")]
    return any(lemma(t) in PRIVATE or in_classes(t, ("@kin",), codebook) for t in near)


def _meets_nobody(verb: Token, codebook: Codebook) -> bool:
    """ "To meet the shortfall", "met a hurricane": what is met is no talk with anybody."""
    if lemma(verb) != "meet" or not syntax.is_verb(verb) or syntax.is_passive(verb):
        return False
    met = [t for t in syntax.children(verb, "obj") if t.i > verb.i]
    return bool(met) and all(_is_thing(t, codebook) for one in met for t in syntax.conjuncts(one))


def _threatens_as_thing(verb: Token, codebook: Codebook) -> bool:
    """ "Technology threatens to change the trade": a danger; letters and calls threaten for whoever sends them."""
    if lemma(verb) != "threaten" or not syntax.is_verb(verb) or syntax.is_passive(verb):
        return False
    by = [t for one in syntax.children(verb, "nsubj") for t in syntax.conjuncts(one)]
    return bool(by) and all(_is_thing(t, codebook) and lemma(t) not in SENT for t in by)


def _is_thing(noun: Token, codebook: Codebook) -> bool:
    """A common noun for nobody: of no class of people or bodies, and no people or body to the language model."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or syntax.prepositional(noun, "of"):
        return False
    if in_classes(noun, SOMEBODY, codebook) or any(t.ent_type_ for t in syntax.modifiers(noun)):
        return False
    return nominal_kind(noun) not in HUMAN


def _is_call_on_kin(verb: Token, codebook: Codebook) -> bool:
    """ "Was visiting to greet her neighbour's daughter-in-law", "to visit [name] in her old neighbourhood"."""
    if lemma(verb) not in ("visit", "call", "see") or not syntax.is_verb(verb):
        return False
    who = [m for t in syntax.logical_subjects(verb) for m in (t, *syntax.children(t, "compound", "appos"))]
    if any(in_classes(t, ("@leader",), codebook) for t in who):
        return False
    clauses = [verb, *syntax.children(verb, "advcl", "xcomp")]
    above = [verb.head] if verb.dep_ in ("advcl", "acl", "xcomp") else []
    clauses += above
    told = [t for t in above if t.pos_ == "NOUN"]  # "was in her neighbourhood to visit"
    told += [t for c in clauses for t in syntax.children(c, "obj")]
    told += [t for c in clauses for case in ("in", "to", "at", "on") for t in syntax.prepositional(c, case)]
    return any(_is_private(t, codebook) for t in told)


def _is_wish(verb: Token) -> bool:
    """ "The answer that he wanted": what one would have liked; "asked that someone open the door"."""
    if lemma(verb) in ("want", "like"):
        return verb.dep_ == "acl:relcl" and not syntax.children(verb, "xcomp", "ccomp")
    some = [*syntax.children(verb, "obj", "iobj")]
    some += [s for c in syntax.children(verb, "ccomp") for s in syntax.children(c, "nsubj")]
    return any(t.lower_ in ("someone", "somebody") for t in some)


def _clears_itself(verb: Token) -> bool:
    """ "I look forward to clearing my name": it is one's own."""
    if lemma(verb) != "clear":
        return False
    own = any(syntax.children(o, "nmod:poss") and lemma(o) == "name" for o in syntax.children(verb, "obj"))
    return own and not any(lemma(s) in CLEARING for s in syntax.logical_subjects(verb))


def _is_score(verb: Token) -> bool:
    """ "Fell to 12-9", "dropped to third": a figure, to which nothing falls that is held."""
    return lemma(verb) == "fall" and any(
        t.pos_ == "NUM" or t.text[0].isdigit() for t in syntax.prepositional(verb, "to")
    )


def _is_craft(noun: Token) -> bool:
    """ "Weaving demonstrations", "a cooking demonstration": what is shown, and nothing that is protested."""
    kinds = [t for t in noun.lefts if t.dep_ in ("compound", "amod") and t.i == noun.i - 1]
    return lemma(noun) == "demonstration" and any(t.lower_.endswith("ing") and t.lower_ != "ongoing" for t in kinds)


def settles_quarrel(noun: Token) -> bool:
    """ "The resolution of disputes", which no council has passed."""
    if noun.pos_ != "NOUN" or lemma(noun) != "resolution":
        return False
    return any(lemma(t) in QUARRELS for t in syntax.prepositional(noun, "of"))


def _rates(word: Token) -> bool:
    """ "Ruled that the claim was false": no decision of anybody who decides."""
    if lemma(word) not in ("rule", "rate") or not syntax.is_verb(word):
        return False
    said = [t for c in syntax.children(word, "ccomp", "xcomp") for t in (c, *syntax.children(c, "xcomp"))]
    return any(lemma(t) in VERDICTS for t in said)


def _gives_in_or_shows(verb: Token) -> bool:
    """ "Could not resist a smile": who does not, gives in; "video contradicts the claim": nobody rejects it."""
    if lemma(verb) == "resist":
        can = any(t.lower_ in ("can", "could", "ca") for t in syntax.children(verb, "aux"))
        return can and is_denied(verb)
    if lemma(verb) != "contradict" or not syntax.is_verb(verb):
        return False
    return any(lemma(s) in EVIDENCE for t in (verb, *verb.ancestors) for s in syntax.surface_subject(t))


def _hits_grounds(verb: Token, codebook: Codebook) -> bool:
    """ "Attacking the very foundations of peace", "strikes at the heart of the law"."""
    if lemma(verb) not in BLOWS or not syntax.is_verb(verb):
        return False
    hit = [*syntax.logical_objects(verb), *syntax.prepositional(verb, "at")]
    return any(lemma(t) in GROUNDS and _is_of_idea(t, codebook) for t in hit)


def _is_of_idea(ground: Token, codebook: Codebook) -> bool:
    """ "The heart of the law", not "the heart of [Town]"."""
    of = syntax.prepositional(ground, "of")
    return any(not t.ent_type_ and not in_classes(t, ("@literal_place", "@facility"), codebook) for t in of)


def _holds_of_all(noun: Token) -> bool:
    """ "Not every shooting results in a death", "one raid may have more than one victim": such deeds in general."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    verb, words = noun.head, {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod")}
    auxiliaries = {t.lower_ for t in syntax.children(verb, "aux")}
    if words & EVERY:
        return verb.tag_ in ("VBZ", "VBP", "VB")
    may = bool(auxiliaries & {"may", "can", "could", "might"})
    return bool(words & {"a", "an", "one"}) and may and lemma(verb) in HOLDING and verb.tag_ == "VB"
