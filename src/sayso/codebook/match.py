"""The codebook applied to a parsed text: which words tell an event, and by which frame.

Linear in the text: one look-up per word, and a bounded look around it. A frame holds when its words are there and every
constraint on subject, object and sentence is met; the longest words win, then what a user's codebook adds, then the
most constrained frame, then file order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, Frame, Pattern
from sayso.codebook.constraints import Candidate, Form, holds, in_classes, is_own
from sayso.codebook.grammar import TOLD
from sayso.codebook.lemmas import lemma
from sayso.codebook.words import word_list

__all__ = ["TIMES", "Trigger", "find_triggers", "frame_of_effect", "frames_of_noun", "in_classes", "is_own", "lemma"]

#: How far after the verb the further words of a phrase may stand, and how far behind its object.
REACH = 8
BEHIND = 4
#: How far at the most, however long the object is.
FAR = 16
NOMINAL = ("NOUN", "PROPN")
#: A noun inside such a name tells no event ("the Attack Helicopter Company", "War Child").
NAMES = word_list("match_names")
#: Words after which a preposition tells when ("opened fire on Monday").
TIMES = word_list("match_times")


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


class _Index:
    """Frames by the first word of their patterns."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[Candidate]] = {}
        self.nouns: dict[str, list[Candidate]] = {}
        self.adjectives: dict[str, list[Candidate]] = {}
        frames = [frame for kind in codebook.types.values() for frame in kind.frames]
        for order, frame in enumerate(frames):
            self._add(self.verbs, frame.verbs, frame, "verb", order)
            self._add(self.nouns, frame.nouns, frame, "noun", order)
            self._add(self.adjectives, frame.adjectives, frame, "adjective", order)

    @staticmethod
    def _add(
        table: dict[str, list[Candidate]], patterns: Iterable[Pattern], frame: Frame, form: Form, order: int
    ) -> None:
        for pattern in patterns:
            table.setdefault(pattern[0], []).append(Candidate(pattern, frame, form, order))
            apart = tuple(word for part in pattern for word in part.split("-") if word)
            if apart != pattern:  # the tokenizer makes three words of "sit-in"
                table.setdefault(apart[0], []).append(Candidate(apart, frame, form, order))


@lru_cache(maxsize=8)
def _index(codebook: Codebook) -> _Index:
    """The look-up tables of a codebook (compared by identity, never changed)."""
    return _Index(codebook)


def find_triggers(doc: Doc, codebook: Codebook) -> list[Trigger]:
    """Every trigger of the text in its order, no word in two."""
    index = _index(codebook)
    found = [trigger for token in doc for trigger in _at(token, index, codebook)]
    nouns = {trigger.head for trigger in found if trigger.form == "noun"}
    found = [trigger for trigger in found if nouns.isdisjoint(_before(trigger))]
    found.sort(key=lambda trigger: (-len(trigger.tokens), trigger.head.i))
    taken: set[int] = set()
    kept = []
    for trigger in found:
        words = {token.i for token in trigger.tokens}
        if not words & taken:
            taken |= words
            kept.append(trigger)
    return sorted(kept, key=lambda trigger: trigger.head.i)


def _before(trigger: Trigger) -> set[Token]:
    """The noun of its words that stands before its verb; one that tells an act by itself tells it alone."""
    return {token for token in trigger.tokens if trigger.form == "verb" and token.i < trigger.head.i}


def frames_of_noun(word: str, codebook: Codebook) -> dict[str, Frame]:
    """The types of which the noun alone may tell an event, with the first frame that has it."""
    found: dict[str, Frame] = {}
    for candidate in _index(codebook).nouns.get(word, ()):
        if len(candidate.pattern) == 1 and not candidate.frame.object:
            found.setdefault(candidate.frame.type, candidate.frame)
    return found


def frame_of_effect(verb: Token, codebook: Codebook) -> Frame | None:
    """The frame by which the verb tells whom an event harmed, where the sentence says nothing against it."""
    for candidate in _index(codebook).verbs.get(lemma(verb), ()):
        if len(candidate.pattern) == 1 and candidate.frame.toll in ("killed", "injured"):
            bare = replace(candidate.frame, subject=(), object=(), near=(), literal=None)
            if holds(replace(candidate, frame=bare), verb, (verb,), codebook):
                return candidate.frame
    return None


def _at(token: Token, index: _Index, codebook: Codebook) -> Iterator[Trigger]:
    """The best trigger that begins at the word, if any."""
    matched = []
    for candidate in _candidates(token, index):
        words = _words(token, candidate)
        turned = bool(words) and words[0].i < token.i  # "no promise was made": where nothing else tells it, and no toll
        if words and not (turned and candidate.frame.toll):
            frame = candidate.frame
            rank = (turned, -len(words), not frame.added, -_specificity(frame), candidate.order)
            matched.append((rank, words, candidate))
    matched.sort(key=lambda item: item[0])
    for odd, (_, words, candidate) in product((False, True), matched):
        head = token if candidate.form != "noun" else _head(words)
        if candidate.form == "noun" and syntax.is_kind(head) and not _after_to(head):
            continue
        if holds(candidate, head, words, codebook, odd=odd):
            frame = _with_mode(candidate.frame, head, codebook)
            yield Trigger(head=head, tokens=words, frame=frame, form=candidate.form)
            return


#: Under these labels stands what somebody asks for, refuses or threatens.
CONTENT = ("obj", "obl", "nmod", "ccomp", "xcomp", "acl", "advcl", "nsubj:pass", "compound", "amod")


def _with_mode(frame: Frame, head: Token, codebook: Codebook) -> Frame:
    """The frame with the mode that its content gives ("called for talks", "refused to leave"): the first word says."""
    modes = [mode for mode in codebook.types[frame.type].modes.values() if mode.content]
    if frame.mode is not None or not modes:
        return frame
    heads = [one for child in syntax.children(head, *CONTENT) for one in (child, *syntax.children(child, "conj"))]
    content = sorted({*heads, *(t for one in heads for t in syntax.children(one, "obj", "xcomp", "compound", "amod"))})
    named = (mode.name for token in content for mode in modes if lemma(token) in mode.content)
    return replace(frame, mode=next(named, None))


def _after_to(token: Token) -> bool:
    """An infinitive, whatever the parse says."""
    return token.i > 0 and token.doc[token.i - 1].lower_ == "to"


def _candidates(token: Token, index: _Index) -> list[Candidate]:
    word, lower = lemma(token), token.lower_
    if token.pos_ == "VERB" and (
        token.dep_ not in ("amod", "compound") or _after_to(token) or syntax.hyphenated_agent(token) is not None
    ):
        after = _forms_after(token) | {lemma(noun) for noun in _undergoing(token)}
        verbs = [c for c in index.verbs.get(word, ()) if after.issuperset(c.pattern[1:])]
        return verbs + (index.nouns.get(lower, []) if _is_nominal(token) else [])
    if (
        token.pos_ in (*NOMINAL, "ADJ")
        and not (token.ent_type_ in NAMES and not token.is_lower)
        and not _is_month(token)
    ):
        forms = [word] if word == lower else [word, lower]
        alone = token.pos_ in NOMINAL or _after_to(token)
        found = [c for form in forms for c in index.nouns.get(form, []) if alone or len(c.pattern) > 1]
        return found + [c for form in forms for c in index.adjectives.get(form, [])]
    if token.dep_ == "amod" or token.pos_ == "ADV":
        return index.adjectives.get(lower, [])
    return []


def _forms_after(verb: Token) -> set[str]:
    """Every word, as it stands and as the dictionary has it, among which the rest of a verb's phrase must be."""
    return {form for word in verb.doc[verb.i + 1 : _reach(verb)] for form in (word.lower_, lemma(word))}


def _reach(verb: Token) -> int:
    """Where the words end that may be of the verb's phrase: "fire" of "set the house of one of the judges on fire"."""
    ends = [c.right_edge.i for c in syntax.children(verb, "obj") if c.i > verb.i]
    return max(verb.i + REACH, min(max(ends, default=0) + BEHIND, verb.i + FAR))


def _is_month(token: Token) -> bool:
    """ "In March": a capital within the sentence makes a word of time of what else would march."""
    return token.is_title and token.i > token.sent.start and lemma(token) in TIMES


def _is_nominal(verb: Token) -> bool:
    """ "The shelling of the port", not "shelling the port" nor "was backing up"."""
    return verb.tag_ == "VBG" and not syntax.children(verb, "obj", "aux", "compound:prt")


def _words(token: Token, candidate: Candidate) -> tuple[Token, ...]:
    """The words of the pattern from `token` on, or nothing."""
    if candidate.form == "verb":
        phrasal = len(candidate.pattern) == 1 and candidate.frame.toll is None and _is_phrasal(token)
        return () if phrasal else _verb_words(token, candidate.pattern)
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


def _is_phrasal(verb: Token) -> bool:
    """ "Ruled out", "backed up": with a particle it is another verb, which a pattern of two words tells; "allow up to
    nine" has none.
    """
    particles = [c for c in verb.children if c.dep_ == "compound:prt" and c.i > verb.i]
    return any(verb.doc[c.i + 1 : c.i + 2].text.lower() != "to" for c in particles)


def _verb_words(token: Token, pattern: Pattern) -> tuple[Token, ...]:
    words = [token]
    particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt" and c.i == token.i + 1), None)
    if particle is not None and len(pattern) == 2 and particle not in pattern and pattern[1] in PREPOSITIONS | {"that"}:
        return ()  # "call out [a town] on it" calls on nobody, "ruled out talks, saying that" rules nothing
    for place, wanted in enumerate(pattern[1:], 2):
        after = list(token.doc[words[-1].i + 1 : _reach(token)])
        last = place == len(pattern)
        after = [t for t in after if not (t.dep_ == "amod" and t.tag_ == "VBN" and t.lower_ != wanted)]
        chosen = next((t for t in after if _is_word(t, wanted) and _belongs(t, token, words[-1], last)), None)
        if chosen is None and len(pattern) == 2:
            chosen = next((t for t in _undergoing(token) if _is_word(t, wanted)), None)
        if chosen is None:
            return ()
        words.append(chosen)
    return () if _is_pulled_apart(words) else tuple(sorted(words))


def _undergoing(verb: Token) -> list[Token]:
    """ "Promise" of "no promise had been made", "barricade" of "a barricade erected by farmers": a noun of the phrase
    that is the subject of its passive, or behind which the participle stands, if it is not light ("calls made to us").
    """
    if not syntax.is_passive(verb) or syntax.children(verb, "obj", "xcomp"):
        return []
    beside = verb.dep_ == "acl" and lemma(verb) not in syntax.LIGHT
    behind = [verb.head] if beside else []
    return [t for t in (*syntax.children(verb, "nsubj:pass"), *behind) if t.i < verb.i and t.pos_ == "NOUN"]


def _is_pulled_apart(words: list[Token]) -> bool:
    """ "Called friends on their phones", "called a vote for June": no calling on anybody, nor for anything; "called the
    vote a farce" calls no vote.
    """
    if lemma(words[0]) != "call" or len(words) == 1:
        return False
    if len(words) == 2 and words[1].lower_ in CALLING:
        return any(words[0].i < o.i < words[1].i for o in syntax.children(words[0], "obj"))
    return words[-1].head == words[0] and any(c.i > words[-1].i for c in syntax.children(words[0], "xcomp"))


def _is_word(token: Token, wanted: str) -> bool:
    """ "Gave back", and not "gave money to a group backing them", nor "held talks in March"."""
    is_form = wanted == token.lower_ or (wanted not in PARTICLES and wanted == lemma(token))
    return is_form and not _is_month(token)


#: Particles: "gave in", but not "gave in return", where the word is a preposition.
PARTICLES = word_list("match_particles")
#: Prepositions that a phrase of two words ends in.
PREPOSITIONS = word_list("match_prepositions")
#: Verbs that say something "of" their object.
OF_SOMEBODY = word_list("match_of_somebody")
#: With these right behind it "call" asks; with an object of its own it does not.
CALLING = frozenset({"on", "upon", "for"})
#: Verbs of which "in" is a particle.
WITH_IN = word_list("match_with_in")


def _belongs(token: Token, verb: Token, previous: Token, last: bool) -> bool:
    """Whether the word is of the phrase that the verb begins. A particle that leads to a further word of it may be the
    preposition of that word ("struck him off the list").
    """
    if _is_of_a_number(token):
        return False
    apart = token.lower_ in PARTICLES and token.i != verb.i + 1
    particle = apart or (token.lower_ == "in" and lemma(verb) in WITH_IN)
    if last and particle and (token.dep_ == "case" or token.head.i != verb.i):
        return False
    if token.dep_ in ("nsubj", "nsubj:pass") and token.head.i != verb.i:
        return False  # "will pay for a study, for which it has asked": who does something else
    if token.dep_ == "compound" and token.head.dep_ == "obl:agent":
        return False  # "taken hostage by the power ministry" takes no power
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return False  # "takes measures aimed at them" takes no aim
    if token.dep_ == "acl:relcl" or _has_clause(token):  # "issued condemnations that are warranted" issues no warrant
        return False
    if token.pos_ == "ADP" and any(t.dep_ == "mark" for t in token.doc[previous.i + 1 : token.i]):
        return False  # "shot dead while on duty at a gate" shoots at no gate
    of_time = lemma(token.head) in TIMES and token.lower_ != "until"  # "gave them until Monday"
    if token.pos_ == "ADP" and (of_time or token.doc[token.i - 1].text == ","):
        return False
    if token.i == previous.i + 1:
        return True
    if token.dep_ == "conj" and token.head == verb and token.tag_ in TOLD:
        return False  # "repeated his refusal and called for talks" repeats no call
    if token.pos_ == "NOUN" and _is_of_another(token, verb, previous):
        return False
    if verb in (token.head, token.head.head) or _is_shared(token, verb):
        return True
    return token.head.head.head == verb and (
        token.pos_ != "ADP" or token.head.head == previous or _is_over_object(token, verb, last)
    )


def _is_over_object(case: Token, verb: Token, last: bool) -> bool:
    """ "Of" of "cleared two officers of murder", "across" of "drove them all across the border", where the parse hung
    its noun on the object.
    """
    ours = not last or (case.lower_ == "of" and lemma(verb) in OF_SOMEBODY)
    return ours and case.head.head.dep_ == "obj"


def _is_of_a_number(word: Token) -> bool:
    """ "Drove at least 90 people out", "own up to 40 percent": a word of the number."""
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    if word.lower_ == "at":
        return after[:1] in (["least"], ["most"])
    return word.lower_ == "up" and after[:1] == ["to"] and after[-1][0].isdigit()


def _has_clause(token: Token) -> bool:
    """ "Began when the army struck" begins no strike: a verb with a subject of its own."""
    return token.tag_ in TOLD and any(c.dep_ in ("nsubj", "nsubj:pass") for c in token.children)


def _is_shared(token: Token, verb: Token) -> bool:
    """ "Assets" of "to find and freeze the assets", where the parse hung them on the first of the two verbs."""
    first = verb.head
    return (
        verb.dep_ == "conj"
        and token.head == first
        and token.i > verb.i
        and first.pos_ == "VERB"
        and token.dep_ == "obj"
    )


def _is_of_another(noun: Token, verb: Token, previous: Token) -> bool:
    """ "Made it possible to raise demand" makes no demand, "accepted with gratitude" accepts none; "held a round of
    talks" holds talks.
    """
    # "walked out of the talks": both words of the preposition
    own = range(verb.i + 1, previous.i + 1) if previous.dep_ == "case" else (previous.i,)
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i and c.i not in own and c.lower_ != "of"]
    return bool(cases) or (noun.head != verb and noun.head.pos_ in ("VERB", "ADJ"))


def _head(words: tuple[Token, ...]) -> Token:
    """The word of the group that the others hang on; of two, the second ("missile and drone strikes"); not the
    preposition of "call for".
    """
    inside = set(words)
    free = (token for token in reversed(words) if token.head not in inside and token.dep_ not in ("case", "mark"))
    return next(free, words[-1])


def _specificity(frame: Frame) -> int:
    lists = (frame.subject, frame.object, frame.near)
    return sum(map(bool, lists)) + 2 * bool(frame.object) + (frame.voice is not None) + (frame.clause is not None)
