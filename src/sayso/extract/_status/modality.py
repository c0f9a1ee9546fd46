"""What stands in a predicate's own clause: auxiliaries, adverbs, negation, subordinators, arguments that negate.

`modify` writes degree, polarity and cues into a `State`; what stands over the clause is `_status.scope`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.codebook.cues import CertaintyCue, Where, load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_verb
from sayso.model import Degree

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Degrees as FactBank's scale has them; "unstated" is 0.
VALUE: dict[Degree, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unstated": 0.0}
_NO = frozenset(("no", "neither", "not"))


@dataclass(slots=True)
class State:
    """Degree and polarity so far, and the tokens that made them so.

    `hedged` is the least degree that a word of knowing gave (FactBank's epistemic cues): nothing may raise it. `firm`
    is true where the negation stands on the predicate itself or over it, and not on its object ("has no wish").
    """

    degree: Degree = "certain"
    negative: bool = False
    cues: list[Token] = field(default_factory=list)
    hedged: Degree = "certain"
    firm: bool = False

    def limit(self, degree: Degree) -> None:
        """Not surer than `degree`."""
        self.degree = min(self.degree, degree, key=VALUE.__getitem__)

    def hedge(self, degree: Degree) -> None:
        """Not surer than `degree`, whatever else is known."""
        self.limit(degree)
        self.hedged = min(self.hedged, degree, key=VALUE.__getitem__)

    @property
    def value(self) -> float:
        """From -3 to 3."""
        return -VALUE[self.degree] if self.negative else VALUE[self.degree]


def look_up(where: Where, token: Token, case: str = "") -> CertaintyCue | None:
    """The entry whose words stand at `token` (by lemma or by form), the longest first.

    What follows the first word of a phrase stands beside it, or is its particle, or is `case`, the preposition of what
    the cue governs.
    """
    table = load_cues().degrees
    for key in (lemma(token), token.lower_):
        for phrase, cue in table.get((where, key), ()):
            if _stands(phrase[1:], token, case):
                return cue
    return None


def _stands(rest: tuple[str, ...], token: Token, case: str) -> bool:
    if len(rest) == 1 and (rest[0] == case or any(c.lower_ == rest[0] for c in children(token, "compound", "advmod"))):
        return True
    doc, i = token.doc, token.i + 1
    for word in rest:
        if i >= len(doc) or word not in (doc[i].lower_, doc[i].lemma_):
            return False
        i += 1
    return True


def modify(token: Token, state: State) -> None:
    """What the words of the clause or phrase headed by `token` make of it."""
    for child in token.children:
        label = base(child.dep_)
        if label in ("aux", "mark") and _inverted(child, token, state):
            continue
        if label == "aux":
            _modifier("aux", child, state)
        elif label in ("advmod", "neg", "discourse") or (label == "cc" and _is_of_neither(child, token)):
            _modifier("adverb", child, state)
        elif label in ("mark", "case"):
            _mark(child, token, state)
        elif label in ("nsubj", "obj", "obl"):
            _negated_argument(child, state)
        elif is_verb(token):
            continue
        elif label == "det":
            _modifier("subject", child, state)
        elif label == "amod" or (label == "compound" and child.pos_ != "NOUN"):  # "a claims office" is a kind of office
            _modifier("modifier", child, state)


def _apply(cue: CertaintyCue, token: Token, state: State, *, firm: bool = True) -> None:
    if cue.epistemic:
        state.hedge(cue.degree)
    state.limit(cue.degree)
    if cue.polarity == "negative":
        state.negative = True
        state.firm = state.firm or firm
    state.cues.append(token)


def _modifier(where: Where, child: Token, state: State) -> None:
    cue = look_up(where, child)
    if cue is None or (cue.name == "not" and _spares_the_verb(child)):
        return
    _apply(cue, child, state)


def _is_of_neither(word: Token, verb: Token) -> bool:
    """ "Neither confirmed nor denied": each of the two; "neither confirm nor deny" under one auxiliary says it once."""
    return word.lower_ == "neither" or (word.lower_ == "nor" and not shares_form(verb))


def shares_form(verb: Token) -> bool:
    """Whether a verb joined to another has no finite form of its own."""
    return is_verb(verb) and not children(verb, "aux", "nsubj") and verb.tag_ in ("VB", "VBG", "VBN")


def _spares_the_verb(negation: Token) -> bool:
    """ "Not only", "not until Friday": the verb happened all the same."""
    doc, after = negation.doc, negation.i + 1
    return after < len(doc) and doc[after].lower_ in load_cues().scope["not_before"]


def _inverted(child: Token, token: Token, state: State) -> bool:
    """ "Had the bomb exploded": an auxiliary before its subject makes a condition."""
    subject = next((c for c in token.children if base(c.dep_) == "nsubj"), None)
    if base(token.dep_) != "advcl" or subject is None or child.i > subject.i:
        return False
    if child.lower_ not in load_cues().scope["inverted"]:
        return False
    state.hedge("possible")
    state.cues.append(child)
    return True


def _mark(child: Token, token: Token, state: State) -> None:
    cue = look_up("mark", child)
    if cue is None or (cue.name == "if" and token.tag_ == "VBG"):
        return
    if child.lower_ == "until" and token.tag_ == "VBD":
        return
    _apply(cue, child, state)


def _negated_argument(child: Token, state: State) -> None:
    """ "No shots were fired", "nobody came", "none of the nuns": the argument turns the predicate round."""
    if base(child.dep_) == "obl" and lemma(child) not in load_cues().scope["negated_oblique"] and child.pos_ != "PRON":
        return
    for one in (child, *children(child, "det", "advmod", "amod", "neg", "cc:preconj")):
        cue = look_up("subject", one)
        if cue is not None and cue.name == "few" and one.i > 0 and one.nbor(-1).lower_ == "a":
            continue
        if cue is None or (cue.name == "no" and _spares_the_verb(one)):
            continue
        if one not in state.cues and (one.i == child.i or one.lower_ in _NO or cue.name == "few"):
            _apply(cue, one, state, firm=base(child.dep_) == "nsubj")
            return
