"""Whether a frame of the codebook holds at its words: voice, clause, who stands as subject and object, and what the
sentence must and must not say beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.bodies import is_armed_body, is_body_of
from sayso.codebook.codebook import Codebook, Frame, Pattern, WordClass
from sayso.codebook.compared import ORDINALS
from sayso.codebook.done import what_is_done
from sayso.codebook.given_names import load_given_names
from sayso.codebook.grammar import TOLD
from sayso.codebook.lemmas import lemma
from sayso.codebook.words import word_list

#: Words that only count what stands after "of" ("hundreds of missiles").
COUNTS = word_list("participants_partitive")
#: What things are measured by: "nine tonnes of rice".
MEASURES = word_list("constraints_measures")
#: Words of sums: "nine million euros in aid".
MONEY = word_list("constraints_money")
#: What a point of evidence is worth beside the log odds of the language model.
POINT = 0.7
#: What is fired from arms.
SHOTS = word_list("arguments_shots")
#: Log odds of a figure of speech from which on it is one, where the words of violence of the whole text, so many at
#: least, are so on average.
FIGURE, REGISTER, ENOUGH = -1.5, -2.0, 5
#: Log odds from which on nobody is too odd to be attacked.
SURE = 1.0
#: Where a clause of its own begins.
CLAUSES = ("ROOT", "root", "ccomp", "advcl", "parataxis", "acl:relcl")
#: What it says for a literal sense that arms or armed people act, and that those whom it befalls are counted.
ARMED, COUNTED = 2, 2
#: How far apart two nouns may stand that share what is behind them.
SHARING = 4
#: Prepositions under which stands what a noun of an act befalls.
UNDERGOING = ("on", "of", "against", "at", "to", "for", "with", "between", "over")
#: Who does to nobody else what is told.
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "oneself"})
Form = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame with one of its patterns: what the words at a place in the text may tell."""

    pattern: Pattern
    frame: Frame
    form: Form
    order: int


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and whom it befalls at a place of the text, with those joined to them."""

    subjects: list[Token]
    objects: list[Token]

    def evidence(self, codebook: Codebook) -> int:
        """What they say for a literal sense of violence."""
        who = [word for one in self.subjects for word in (one, *syntax.modifiers(one))]
        armed = any(is_armed_body(w) or any(_is(w, name, codebook) for name in ("armed", "weapon")) for w in who)
        counted = any(syntax.children(token, "nummod") and is_anyone(token, codebook) for token in self.objects)
        return ARMED * armed + COUNTED * counted


def in_classes(token: Token, names: Iterable[str], codebook: Codebook) -> bool:
    """True when the word is one of `names`: a lemma, or `@class`."""
    word = lemma(token)
    if token.pos_ == "PRON" and word == "mine":
        return False
    for name in names:
        if name.startswith("@"):
            if _is(token, name[1:], codebook):
                return True
        elif name in (word, token.lower_) or (name == "number" and (token.pos_ == "NUM" or _is_ordinal(token))):
            return True
    return False


def _is_ordinal(token: Token) -> bool:
    """ "A fourth was caught": one more of those who were counted."""
    alone = token.dep_ in ("nsubj", "nsubj:pass", "obj", "conj")
    return alone and token.lower_ in ORDINALS and any(c.lower_ in ("a", "the") for c in token.children)


def _in_class(token: Token, known: WordClass) -> bool:
    named = token.ent_type_ == "person" and token.is_title and token.lower_ in load_given_names()  # "Bill", "Mark"
    if not named and (lemma(token) in known.words or token.lower_ in known.words):
        return True
    if (token.ent_type_ or "unnamed") in known.names or (known.bodies and is_body_of(token, known.bodies)):
        return True
    return (
        token.pos_ == "PRON"
        and "pronoun" in known.names
        and token.lower_ not in ("it", "that", "this", "which", "what", "whatever")
    )


def _is(token: Token, name: str, codebook: Codebook) -> bool:
    """Whether the word is of the class, which a codebook of somebody's own need not have."""
    return name in codebook.classes and _in_class(token, codebook.classes[name])


def holds(
    candidate: Candidate, head: Token, words: tuple[Token, ...], codebook: Codebook, *, odd: bool = False
) -> bool:
    """Whether everything that the frame asks of a place is so at these words; `head`: their syntactic head. With `odd`
    a noun of no class may be hurt, where the language model is sure.
    """
    frame = candidate.frame
    if candidate.form == "verb" and not _verb_holds(frame, head, codebook):
        return False
    if frame.mode == "firearms" and _fires_no_arms(head, codebook):
        return False
    if candidate.form == "noun" and frame.infinitive and not any(map(_is_infinitive, syntax.children(head, "acl"))):
        return False
    if candidate.form == "adjective" and frame.clause and not syntax.clause_complements(head):
        return False
    subjects, objects = _around(candidate, head)
    wanted = () if _is_unsaid(candidate, head, subjects) else frame.subject
    sides = Sides(*([m for token in side for m in syntax.conjuncts(token)] for side in (subjects, objects)))
    whole = [t.head for t in subjects if _is_of_another(t, head)]
    if not _fits(sides.subjects, wanted, frame.not_subject, codebook) or not _fits(
        whole, (), frame.not_subject, codebook
    ):
        return False
    if _to_oneself(candidate, objects, codebook):
        return False
    plain = literal_odds(words, frame, codebook) > SURE or (frame.literal is not None and sides.evidence(codebook) > 0)
    suspect = [one for one in sides.objects if not (plain and is_anyone(one, codebook))]
    if not _fits(suspect, (), frame.not_object, codebook):
        return False
    hurt = odd and candidate.form == "verb" and bool(sides.objects) and _is_hurt(words, head, frame, codebook)
    if not hurt and not _fits(sides.objects, frame.object, (), codebook):
        return False
    return _sentence_fits(frame, head, words, sides, codebook)


def _is_of_another(subject: Token, verb: Token) -> bool:
    """ "Roof" of "the collapse of a roof that killed nine": what did it is as well the noun that it stands under."""
    relative = verb.dep_ == "acl:relcl" and verb.head.i == subject.i
    return relative and subject.dep_ == "nmod" and syntax.case_of(subject) == "of"


def _fires_no_arms(verb: Token, codebook: Codebook) -> bool:
    """ "Fired his cap at an umpire", "fired a question at the envoy": what is fired is no shot and no weapon."""
    objects = syntax.children(verb, "obj") if lemma(verb) == "fire" and syntax.prepositional(verb, "at") else []
    return bool(objects) and not any(
        _is(t, "weapon", codebook) or lemma(t) in SHOTS or lemma(t) in COUNTS or _is(m, "weapon", codebook)
        for t in objects
        for m in (t, *syntax.modifiers(t))
    )


def _to_oneself(candidate: Candidate, objects: list[Token], codebook: Codebook) -> bool:
    """ "Shot himself": violence to nobody else; "blew himself up" is words of the frame."""
    frame, own = candidate.frame, not REFLEXIVE.isdisjoint(candidate.pattern)
    reflexive = bool(objects) and all(token.lower_ in REFLEXIVE for token in objects)
    return codebook.types[frame.type].violent and candidate.form == "verb" and reflexive and not own


def _verb_holds(frame: Frame, head: Token, codebook: Codebook) -> bool:
    if frame.voice is not None and (frame.voice == "passive") != syntax.is_passive(head):
        return False
    behind = [c for c in syntax.children(head, "advcl") if c.i > head.i]  # "implored them to go", if so parsed
    if frame.infinitive and not any(_is_infinitive(c) for c in (*syntax.clause_complements(head), *behind)):
        return False
    clauses = syntax.clause_complements(head)
    if frame.not_clause and any(in_classes(c, frame.not_clause, codebook) for c in clauses):
        return False
    if frame.own and not any(is_own(c) for c in clauses):
        return False
    return frame.clause is None or frame.clause == any(not _is_question(c) for c in clauses)


def is_own(clause: Token) -> bool:
    """What the subject itself will do: "warned that it would fire", "warned that its fleet would sail"."""
    subjects = syntax.children(clause, "nsubj")
    owners = [c for s in subjects for c in syntax.children(s, "nmod:poss")]
    return not subjects or any(token.pos_ == "PRON" for token in subjects + owners)


def _is_infinitive(clause: Token) -> bool:
    """ "To leave", "to be moved", "that they leave", "that it be closed"; not "that the goal is to leave"."""
    helpers = [c.lower_ for c in clause.children if syntax.base(c.dep_) in ("aux", "mark", "cop")]
    if any(c.tag_ in TOLD for c in syntax.children(clause, "cop")):
        return False
    if "be" in helpers:
        undergo = clause.tag_ == "VBN" and "to" in helpers and lemma(clause.head) != "want"
        return undergo or ("that" in helpers and len(helpers) == 2)
    return clause.tag_ == "VB" and ("to" in helpers or helpers == ["that"])


def _is_question(clause: Token) -> bool:
    """ "asked what time it was": a clause that asks is no demand."""
    opening = list(clause.subtree)[:2]
    return any(t.tag_ in ("WP", "WRB") or t.lower_ in ("what", "which", "whether", "if") for t in opening)


def _around(candidate: Candidate, head: Token) -> tuple[list[Token], list[Token]]:
    if candidate.form == "verb":
        behind = candidate.pattern[1:]
        whole = (" ".join(behind),) if len(behind) > 1 else ()  # "walked out of the hall"
        under = [t for word in (*behind, *whole) for t in syntax.prepositional(head, word)]
        return syntax.logical_subjects(head), syntax.logical_objects(head) + under
    if candidate.form == "adjective" and any(c.dep_ in syntax.SUBJECTS for c in head.children):
        return syntax.surface_subject(head), []
    if candidate.form == "adjective" and head.dep_ == "xcomp":  # "stands ready"
        return syntax.logical_subjects(head), []
    before = syntax.modifiers(head) + counted_by(head)
    light = syntax.light_verb(head)
    around = [t for t in (head, light, _joined(head)) if t is not None]
    where = ("in",) if "in" in (candidate.frame.noun_recipients or ()) else ()  # "the war in Chad"
    objects = [t for one in around for p in (*UNDERGOING, *where) for t in syntax.prepositional(one, p)]
    subjects = syntax.noun_owner(head) + syntax.light_subject(head) + syntax.prepositional(head, "of") + before
    return subjects, objects + syntax.light_undergoer(head) + before


def counted_by(noun: Token) -> list[Token]:
    """ "Dozens" of "dozens of arrests"."""
    of = noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and lemma(noun.head) in COUNTS
    return [noun.head] if of else []


def _joined(noun: Token) -> Token | None:
    """ "Seizure" of "the seizure and annexation of the island": the noun on which what stands behind both may hang."""
    first = noun.head
    beside = noun.dep_ == "conj" and first.pos_ == "NOUN" and noun.i - first.i <= SHARING
    return first if beside and not syntax.children(noun, "nmod") else None


def _is_unsaid(candidate: Candidate, head: Token, subjects: list[Token]) -> bool:
    """ "Was shot", "to lift the ban", "lifting the ban", "the liberation of Goma": the object alone says what it is."""
    frame = candidate.frame
    if candidate.form == "noun":
        return bool(frame.object) and not (syntax.noun_owner(head) or syntax.light_subject(head))
    if subjects or candidate.form != "verb":
        return False
    return syntax.is_passive(head) or (bool(frame.object) and head.tag_ in ("VBG", "VB"))


def _fits(tokens: list[Token], wanted: tuple[str, ...], unwanted: tuple[str, ...], codebook: Codebook) -> bool:
    everyone = list(tokens)
    everyone += [c for t in everyone if t.pos_ == "NUM" or lemma(t) in COUNTS for c in syntax.prepositional(t, "of")]
    if wanted:
        packed = [c for t in everyone if lemma(t) in MEASURES for c in syntax.prepositional(t, "of")]
        named = everyone + packed + [c for token in everyone for c in syntax.children(token, "appos")]
        named += [noun for token in everyone if (noun := _of_sum(token)) is not None]
        close = named + [m for token in named for m in syntax.modifiers(token)]
        if not any(in_classes(token, wanted, codebook) for token in close):
            return False
    return not (unwanted and any(in_classes(token, unwanted, codebook) for token in everyone))


def _of_sum(token: Token) -> Token | None:
    """ "Aid" of "nine million euros in aid", "of aid"."""
    case = token.doc[token.i + 1] if lemma(token) in MONEY and token.i + 1 < len(token.doc) else None
    return case.head if case is not None and case.lower_ in ("in", "of") and case.head.i > case.i else None


def _sentence_fits(frame: Frame, head: Token, words: tuple[Token, ...], sides: Sides, codebook: Codebook) -> bool:
    """What must stand in the sentence, and what must not in the clause; what two clash "over" is no scene."""
    topic = {t.i for one in syntax.prepositional(head, "over") for t in one.subtree} if frame.reciprocal else set()
    others = [token for token in head.sent if token not in words and token.i not in topic]
    clauses = [t for c in syntax.clause_complements(head) for t in what_is_done(c)] if frame.clause else []
    if frame.near and not any(in_classes(token, frame.near, codebook) for token in clauses or others):
        return False
    doings = _own_doings(head, frame, codebook)
    beside = [token for token in _beside(head, others) if token.i not in doings]
    if frame.not_near and any(in_classes(token, frame.not_near, codebook) for token in beside):
        return False
    armed = any(_is(token, name, codebook) for token in others for name in ("armed", "weapon"))
    if not armed and _is_in_register(words, frame, codebook):
        return False
    if frame.literal is None:
        return True
    harmless = {t.i for one in sides.objects if is_anyone(one, codebook) for t in (one, *syntax.modifiers(one))}
    against = [token for token in beside if token.i not in harmless]
    evidence = literal_evidence(others, against, codebook) + sides.evidence(codebook)
    return literal_odds(words, frame, codebook) + POINT * (evidence - frame.literal + 0.5) >= 0


def _own_doings(head: Token, frame: Frame, codebook: Codebook) -> frozenset[int]:
    """Words of what those whom violence befalls were doing ("shepherds come for a concert"): which tells nothing."""
    if not codebook.types[frame.type].violent:
        return frozenset()
    people = (c for c in syntax.children(head, "obj", "obl") if _is(c, "person", codebook))
    return frozenset(t.i for one in people for c in syntax.children(one, "acl") for t in c.subtree)


def literal_odds(words: tuple[Token, ...], frame: Frame, codebook: Codebook) -> float:
    """Log odds, by the language model, that words of violence are meant literally, as the likeliest of them has it: 0
    where it says nothing of them, and not below where none of them is often a figure of speech.
    """
    odds = words[0].doc.user_data.get("literal")
    if odds is None or not codebook.types[frame.type].violent:
        return 0.0
    ambiguous = [float(odds[word.i]) for word in words if _is(word, "ambiguous", codebook)]
    return max(ambiguous) if ambiguous else max(0.0, *(float(odds[word.i]) for word in words))


def _is_in_register(words: tuple[Token, ...], frame: Frame, codebook: Codebook) -> bool:
    """ "Hit his rival over taxes" in a report of blows and battles that are all figures of speech."""
    return literal_odds(words, frame, codebook) < FIGURE and _register(words[0].doc, codebook) < REGISTER


def _register(doc: Doc, codebook: Codebook) -> float:
    """The mean log odds of the text's words that may be figures of speech; 0 where there are few."""
    known = doc.user_data.setdefault("register", {})
    if codebook.name not in known:
        odds = doc.user_data["literal"]
        found = [float(odds[t.i]) for t in doc if t.pos_ in ("VERB", "NOUN", "ADJ") and _is(t, "ambiguous", codebook)]
        told = len(found) >= ENOUGH and 2 * sum(t.is_upper for t in doc) < len(doc)  # of capitals alone it knows little
        known[codebook.name] = sum(found) / len(found) if told else 0.0
    return float(known[codebook.name])


def _is_hurt(words: tuple[Token, ...], head: Token, frame: Frame, codebook: Codebook) -> bool:
    """Whether whoever stands as object of words of violence is hurt, though no class has the noun: where people may
    stand, and the language model is sure of a literal sense and takes the noun for somebody or some place. What is
    seized may well be a thing.
    """
    things = [t for t in syntax.logical_objects(head) if t not in words and t.pos_ != "PRON"]
    objects = [t for t in things if not any(_is(t, name, codebook) for name in ("vehicle", "weapon"))]  # the means
    if objects and not any(token.ent_type_ or token.i in _told_of(head.doc) for token in objects):
        return False
    return frame.toll != "captured" and "@person" in frame.object and literal_odds(words, frame, codebook) > SURE


def _told_of(doc: Doc) -> frozenset[int]:
    """The nouns that the language model takes for somebody, a body or a place."""
    if "told of" not in doc.user_data:
        doc.user_data["told of"] = frozenset(span.root.i for span in doc.spans.get("nominal", ()))
    found: frozenset[int] = doc.user_data["told of"]
    return found


def is_anyone(token: Token, codebook: Codebook) -> bool:
    """People, or one building of many ("a market", no "the market"): what they do or are for does not make violence
    against them a figure of speech.
    """
    if _is(token, "person", codebook):
        return True
    one = any(c.lower_ in ("a", "an") or c.dep_ in ("nummod", "compound") for c in token.children)
    return one and _is(token, "facility", codebook)


def _beside(head: Token, others: list[Token]) -> list[Token]:
    """The words of the clause of `head`, who acts in it, the clauses that hang on it ("when a bus overturned", "the
    strike that they called") and on what is joined to it ("were killed and hurt when a bus overturned") and what it
    hangs on: what another clause of the sentence is about says nothing of its sense.
    """
    joined = [c for verb in syntax.children(head, "conj") for c in syntax.children(verb, "advcl")]
    tops = {_clause(head), *syntax.children(head, "advcl", "acl"), *joined}
    governor = [head.head] if syntax.base(head.dep_) == "advcl" else []
    return [token for token in others if _clause(token) in tops] + syntax.logical_subjects(head) + governor


def _clause(token: Token) -> Token:
    """The word on which the clause of `token` hangs."""
    while token.dep_ not in CLAUSES and token.head != token:
        token = token.head
    return token


def literal_evidence(others: Iterable[Token], beside: Iterable[Token], codebook: Codebook) -> int:
    """How much the other words of the sentence speak for violence being meant literally, and those of the clause
    against it; each class counts once.
    """
    tokens = (list(others), list(beside))
    weights = codebook.literal
    return sum(
        weight
        for name, weight in weights.items()
        if any(_in_class(token, codebook.classes[name]) for token in tokens[weight < 0])
    )
