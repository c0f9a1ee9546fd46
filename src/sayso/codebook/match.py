"""The codebook applied to a parsed text: which words tell an event, and by which frame.

Linear in the text: one look-up per word, and a bounded look around it. A frame holds when its words are there and every
constraint on subject, object and sentence is met; the longest words win, then the most constrained frame, then file
order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, Frame, Pattern, WordClass
from sayso.codebook.words import word_list

#: How far after the verb the further words of a phrase may stand.
REACH = 8
NOMINAL = ("NOUN", "PROPN")
#: A noun inside such a name tells no event ("the Attack Helicopter Company", "War Child").
NAMES = word_list("match_names")
#: Words that only count what stands after "of" ("hundreds of missiles").
COUNTS = word_list("participants_partitive")
#: Words after which a preposition tells when ("opened fire on Monday").
TIMES = word_list("match_times")
Form = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that tell an event; `head` is their syntactic head."""

    head: Token
    tokens: tuple[Token, ...]
    frame: Frame
    form: Form

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)


@dataclass(frozen=True, slots=True)
class _Candidate:
    pattern: Pattern
    frame: Frame
    form: Form
    order: int


class _Index:
    """Frames by the first word of their patterns."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[_Candidate]] = {}
        self.nouns: dict[str, list[_Candidate]] = {}
        self.adjectives: dict[str, list[_Candidate]] = {}
        frames = [frame for kind in codebook.types.values() for frame in kind.frames]
        for order, frame in enumerate(frames):
            self._add(self.verbs, frame.verbs, frame, "verb", order)
            self._add(self.nouns, frame.nouns, frame, "noun", order)
            self._add(self.adjectives, frame.adjectives, frame, "adjective", order)

    @staticmethod
    def _add(
        table: dict[str, list[_Candidate]], patterns: Iterable[Pattern], frame: Frame, form: Form, order: int
    ) -> None:
        for pattern in patterns:
            table.setdefault(pattern[0], []).append(_Candidate(pattern, frame, form, order))


@lru_cache(maxsize=8)
def _index(codebook: Codebook) -> _Index:
    """The look-up tables of a codebook (compared by identity, never changed)."""
    return _Index(codebook)


@lru_cache(maxsize=1)
def _past_forms() -> dict[str, str]:
    table = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))
    return {form: verb for verb, form in table["past"].items()}


@lru_cache(maxsize=50_000)
def _verb_lemma(low: str, lemma: str) -> str:
    """The dictionary's lemma, put right for past forms that it does not know, and for "-s" and "-ing" that a wrong tag
    leaves on.
    """
    known = _past_forms().get(low)
    if known is not None:
        return known
    if low == lemma and low.endswith("s") and len(low) > 3:
        return _without_s(low)
    if low == lemma and low.endswith("ing") and len(low) > 5:
        stem = low[:-3]
        if stem[-1] == stem[-2] and stem[-1] not in "sleo":
            return stem[:-1]
        short = stem[-1] in "cgsvuz" or (
            stem.endswith(("at", "iz", "ut", "ir", "os", "ak", "id", "ik", "ok", "ud", "in")) and stem[-2:] != "in"
        )
        return stem + "e" if short and not stem.endswith(("ng", "ss")) else stem
    return lemma


def _noun_lemma(low: str, lemma: str) -> str:
    """The dictionary's lemma; a plural that was tagged as a singular loses its ending all the same."""
    if low != lemma or len(low) < 5 or not low.endswith("s") or low.endswith(("os", "as", "ics", "news")):
        return lemma
    return _without_s(low)


def _without_s(low: str) -> str:
    """ "carry" of "carries", "push" of "pushes", "condemn" of "condemns"; "press" and "focus" as they are."""
    if low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("ches", "shes", "sses", "xes")) else low[:-1]


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    if token.pos_ == "NOUN":
        return _noun_lemma(token.lower_, (token.lemma_ or token.text).lower())
    if token.pos_ == "VERB":
        return _verb_lemma(token.lower_, (token.lemma_ or token.text).lower())
    return (token.lemma_ or token.text).lower()


def find_triggers(doc: Doc, codebook: Codebook) -> list[Trigger]:
    """Every trigger of the text in its order, no word in two."""
    index = _index(codebook)
    found = [trigger for token in doc for trigger in _at(token, index, codebook)]
    found.sort(key=lambda trigger: (-len(trigger.tokens), trigger.head.i))
    taken: set[int] = set()
    kept = []
    for trigger in found:
        words = {token.i for token in trigger.tokens}
        if not words & taken:
            taken |= words
            kept.append(trigger)
    return sorted(kept, key=lambda trigger: trigger.head.i)


def frames_of_noun(word: str, codebook: Codebook) -> dict[str, Frame]:
    """The types of which the noun alone may tell an event, with the first frame that has it."""
    found: dict[str, Frame] = {}
    for candidate in _index(codebook).nouns.get(word, ()):
        if len(candidate.pattern) == 1:
            found.setdefault(candidate.frame.type, candidate.frame)
    return found


def _at(token: Token, index: _Index, codebook: Codebook) -> Iterator[Trigger]:
    """The best trigger that begins at the word, if any."""
    matched = []
    for candidate in _candidates(token, index):
        words = _words(token, candidate)
        if words:
            matched.append((-len(words), -_specificity(candidate.frame), candidate.order, words, candidate))
    matched.sort(key=lambda item: item[:3])
    for *_, words, candidate in matched:
        head = token if candidate.form != "noun" else _head(words)
        if candidate.form == "noun" and syntax.is_kind(head) and not _after_to(head):
            continue
        if _holds(candidate, head, words, codebook):
            yield Trigger(head=head, tokens=words, frame=candidate.frame, form=candidate.form)
            return


def _after_to(token: Token) -> bool:
    """An infinitive, whatever the parse says."""
    return token.i > 0 and token.doc[token.i - 1].lower_ == "to"


def _candidates(token: Token, index: _Index) -> list[_Candidate]:
    word, lower = lemma(token), token.lower_
    if token.pos_ == "VERB" and (
        token.dep_ not in ("amod", "compound") or _after_to(token) or syntax.hyphenated_agent(token) is not None
    ):
        return index.verbs.get(word, []) + (index.nouns.get(lower, []) if _is_nominal(token) else [])
    if token.pos_ in (*NOMINAL, "ADJ") and not (token.ent_type_ in NAMES and not token.is_lower):
        forms = [word] if word == lower else [word, lower]
        alone = token.pos_ in NOMINAL or _after_to(token)
        found = [c for form in forms for c in index.nouns.get(form, []) if alone or len(c.pattern) > 1]
        return found + [c for form in forms for c in index.adjectives.get(form, [])]
    if token.dep_ == "amod" or token.pos_ == "ADV":
        return index.adjectives.get(lower, [])
    return []


def _is_nominal(verb: Token) -> bool:
    """ "The shelling of the port", not "shelling the port"."""
    return verb.tag_ == "VBG" and not syntax.children(verb, "obj")


def _words(token: Token, candidate: _Candidate) -> tuple[Token, ...]:
    """The words of the pattern from `token` on, or nothing."""
    if candidate.form == "verb":
        return _verb_words(token, candidate.pattern)
    words = [token]
    for wanted in candidate.pattern[1:]:
        following = words[-1].i + 1
        if following < len(token.doc) and token.doc[following].text == "-" and wanted != "-":
            following += 1
        if following >= len(token.doc) or token.doc[following].pos_ == "VERB":
            return ()
        if wanted not in (token.doc[following].lower_, lemma(token.doc[following])):
            return ()
        words.append(token.doc[following])
    return tuple(words)


def _verb_words(token: Token, pattern: Pattern) -> tuple[Token, ...]:
    words = [token]
    for wanted in pattern[1:]:
        after = token.doc[words[-1].i + 1 : token.i + REACH]
        chosen = next((t for t in after if wanted in (t.lower_, lemma(t)) and _belongs(t, token, words[-1])), None)
        if chosen is None:
            return ()
        words.append(chosen)
    return tuple(words)


#: Particles: "gave in", but not "gave in return", where the word is a preposition.
PARTICLES = word_list("match_particles")
#: Verbs of which "in" is a particle.
WITH_IN = word_list("match_with_in")


def _belongs(token: Token, verb: Token, previous: Token) -> bool:
    apart = token.lower_ in PARTICLES and token.i != verb.i + 1
    if (apart or (token.lower_ == "in" and lemma(verb) in WITH_IN)) and (
        token.dep_ == "case" or token.head.i != verb.i
    ):
        return False
    if token.pos_ == "ADP" and (lemma(token.head) in TIMES or token.doc[token.i - 1].text == ","):
        return False
    if token.i == previous.i + 1:
        return True
    if token.pos_ == "NOUN" and _is_of_another(token, verb, previous):
        return False
    if verb in (token.head, token.head.head):
        return True
    return token.head.head.head == verb and (token.pos_ != "ADP" or token.head.head == previous)


def _is_of_another(noun: Token, verb: Token, previous: Token) -> bool:
    """ "Made it possible to raise demand" makes no demand, "accepted with gratitude" accepts none; "held a round of
    talks" holds talks.
    """
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i and c.i != previous.i and c.lower_ != "of"]
    return bool(cases) or (noun.head != verb and noun.head.pos_ in ("VERB", "ADJ"))


def _head(words: tuple[Token, ...]) -> Token:
    """The word of the group that the others hang on; of two, the second ("missile and drone strikes")."""
    inside = set(words)
    return next((token for token in reversed(words) if token.head not in inside), words[-1])


def _specificity(frame: Frame) -> int:
    lists = (frame.subject, frame.object, frame.near)
    return sum(map(bool, lists)) + 2 * bool(frame.object) + (frame.voice is not None) + (frame.clause is not None)


# ---- constraints


def in_classes(token: Token, names: Iterable[str], codebook: Codebook) -> bool:
    """True when the word is one of `names`: a lemma, or `@class`."""
    word = lemma(token)
    if token.pos_ == "PRON" and word == "mine":
        return False
    for name in names:
        if name.startswith("@"):
            if _in_class(token, codebook.classes[name[1:]]):
                return True
        elif name in (word, token.lower_):
            return True
    return False


def _in_class(token: Token, known: WordClass) -> bool:
    if lemma(token) in known.words or token.lower_ in known.words:
        return True
    if (token.ent_type_ or "unnamed") in known.names:
        return True
    return (
        token.pos_ == "PRON"
        and "pronoun" in known.names
        and token.lower_ not in ("it", "that", "this", "which", "what")
    )


def _holds(candidate: _Candidate, head: Token, words: tuple[Token, ...], codebook: Codebook) -> bool:
    frame = candidate.frame
    if candidate.form == "verb" and not _verb_holds(frame, head, codebook):
        return False
    if candidate.form == "adjective" and frame.clause and not syntax.clause_complements(head):
        return False
    if frame.subject or frame.not_subject or frame.object or frame.not_object:
        subjects, objects = _around(candidate.form, head)
        unsaid = not subjects and candidate.form == "verb" and (syntax.is_passive(head) or _is_any(head, frame))
        if not _fits(subjects, () if unsaid else frame.subject, frame.not_subject, codebook):
            return False
        if not _fits(objects, frame.object, frame.not_object, codebook):
            return False
    return _sentence_fits(frame, head, words, codebook)


def _verb_holds(frame: Frame, head: Token, codebook: Codebook) -> bool:
    if frame.voice is not None and (frame.voice == "passive") != syntax.is_passive(head):
        return False
    if frame.infinitive and not any(_is_infinitive(c) for c in syntax.clause_complements(head)):
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
    return clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children)


def _is_question(clause: Token) -> bool:
    """ "asked what time it was": a clause that asks is no demand."""
    opening = list(clause.subtree)[:2]
    return any(t.tag_ in ("WP", "WRB") or t.lower_ in ("what", "which", "whether", "if") for t in opening)


def _around(form: Form, head: Token) -> tuple[list[Token], list[Token]]:
    if form == "verb":
        return syntax.logical_subjects(head), syntax.logical_objects(head)
    if form == "adjective" and any(c.dep_ in syntax.SUBJECTS for c in head.children):
        return syntax.surface_subject(head), []
    before = syntax.modifiers(head)
    light = syntax.light_verb(head)
    around = [head] if light is None else [head, light]
    prepositions = ("on", "of", "against", "at", "to", "for", "with", "between", "over")
    objects = [t for one in around for p in prepositions for t in syntax.prepositional(one, p)]
    subjects = syntax.noun_owner(head) + syntax.light_subject(head) + syntax.prepositional(head, "of") + before
    return subjects, objects + syntax.light_undergoer(head) + before


def _is_any(verb: Token, frame: Frame) -> bool:
    """ "Lifting the ban would help": whoever does it, the object says what it is."""
    return verb.tag_ == "VBG" and bool(frame.object) and verb.dep_ in ("csubj", "csubj:pass")


def _fits(tokens: list[Token], wanted: tuple[str, ...], unwanted: tuple[str, ...], codebook: Codebook) -> bool:
    everyone = [member for token in tokens for member in syntax.conjuncts(token)]
    everyone += [c for t in everyone if t.pos_ == "NUM" or lemma(t) in COUNTS for c in syntax.prepositional(t, "of")]
    if wanted:
        close = everyone + [m for token in everyone for m in syntax.modifiers(token)]
        if not any(in_classes(token, wanted, codebook) for token in close):
            return False
    return not (unwanted and any(in_classes(token, unwanted, codebook) for token in everyone))


def _sentence_fits(frame: Frame, head: Token, words: tuple[Token, ...], codebook: Codebook) -> bool:
    """What must and must not stand in the sentence; what must, in the verb's clause where the frame asks for one."""
    others = [token for token in head.sent if token not in words]
    clauses = [t for c in syntax.clause_complements(head) for t in c.subtree] if frame.clause else []
    if frame.near and not any(in_classes(token, frame.near, codebook) for token in clauses or others):
        return False
    if frame.not_near and any(in_classes(token, frame.not_near, codebook) for token in others):
        return False
    return frame.literal is None or literal_evidence(others, codebook) >= frame.literal


def literal_evidence(tokens: Iterable[Token], codebook: Codebook) -> int:
    """How much the other words of the sentence speak for (or against) violence being meant literally; each class
    counts once."""
    open_classes = dict(codebook.literal)
    total = 0
    for token in tokens:
        for name in [n for n in open_classes if _in_class(token, codebook.classes[n])]:
            total += open_classes.pop(name)
    return total
