"""How sure the innermost source is that a predicate happened, and the words that say so (FactBank's degree and
polarity).

Two readers speak. The model's certainty head gives a value from -3 (certainly not) to 3 (certainly) at the predicate's
token. The rules climb from the predicate to the clause that a source stands over, and collect auxiliaries, adverbs,
negation, conditions and governing words from `codebook/certainty.toml` on the way. The value is the head's where it
speaks, tempered by the rules (the weights were set on the training parts, see docs/certainty.md); the cues are always
the rules'.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.codebook.cues import CertaintyCue, Where, load_cues
from sayso.codebook.syntax import LIGHT, base, children, is_passive, is_verb
from sayso.model import Certainty, Degree, Polarity, Words, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

#: Degrees as FactBank's scale has them; "unstated" is 0.
VALUE: dict[Degree, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unstated": 0.0}
#: Share of the head in the mean of head and rules where the rules see a cue (without one the head speaks alone), and
#: what an explicit negation takes off. Least squares on UW's train part gives 0.52, 0.38 and 0.7; rounded towards the
#: other corpora.
HEAD_SHARE = 0.55
NEGATION = 0.5
#: Least absolute value of each degree.
BOUNDS: tuple[tuple[float, Degree], ...] = ((2.3, "certain"), (1.5, "probable"), (0.5, "possible"))
#: Clauses that the climb passes at the most.
HIGHEST = 8
_CLAUSES = ("xcomp", "ccomp", "csubj", "csubj:pass", "csubj:outer")


@dataclass(slots=True)
class _State:
    """Degree and polarity so far, and the tokens that made them so."""

    degree: Degree = "certain"
    negative: bool = False
    cues: list[Token] = field(default_factory=list)

    def limit(self, degree: Degree) -> None:
        if VALUE[degree] < VALUE[self.degree]:
            self.degree = degree

    @property
    def value(self) -> float:
        return -VALUE[self.degree] if self.negative else VALUE[self.degree]


def certainty_of(digest: Digest, token: Token) -> Certainty:
    """Degree and polarity of the predicate headed by `token`, as its innermost source has it, with the cue words."""
    state = read_rules(token)
    value = _combined(state, head_value(token))
    degree: Degree = next((name for least, name in BOUNDS if abs(value) >= least), "unstated")
    polarity: Polarity = "negative" if value < 0 or (value == 0 and state.negative) else "positive"
    text = digest.report.text
    spans = sorted({(cue.idx, cue.idx + len(cue)) for cue in state.cues})
    cues: tuple[Words, ...] = tuple(words(text, span) for span in spans)
    return Certainty(degree=degree, polarity=polarity, cues=cues)


def head_value(token: Token) -> float | None:
    """What the certainty head says at the token, from -3 to 3, or None where it does not speak."""
    values = token.doc.user_data.get("certainty")
    if values is None:
        return None
    value = float(values[token.i])
    return None if math.isnan(value) else value


def _combined(rules: _State, head: float | None) -> float:
    if head is None:
        return rules.value
    if not rules.cues:
        return head
    return HEAD_SHARE * head + (1 - HEAD_SHARE) * rules.value - NEGATION * rules.negative


def read_rules(token: Token) -> _State:
    """What the cue tables alone say of the predicate."""
    state = _clause(token, 0)
    if _is_asked(token):
        state.limit("unstated")
    return state


def _clause(token: Token, steps: int) -> _State:
    """The state of the clause headed by `token`: its own modifiers under what governs it."""
    own = _State()
    _modifiers(token, own)
    if steps >= HIGHEST:
        return own
    above = None if token.head.i == token.i else _above(token, steps)
    if above is None:
        return own
    own.limit(above.degree)
    own.negative = own.negative != above.negative
    own.cues += above.cues
    return own


def _apply(cue: CertaintyCue, token: Token, state: _State) -> None:
    state.limit(cue.degree)
    if cue.polarity == "negative":
        state.negative = not state.negative
    state.cues.append(token)


def look_up(where: Where, token: Token) -> CertaintyCue | None:
    """The entry whose words stand at `token` (by lemma or by form), the longest first."""
    table = load_cues().degrees
    for key in (token.lemma_.lower(), token.lower_):
        for phrase, cue in table.get((where, key), ()):
            if _stands(phrase[1:], token):
                return cue
    return None


def _stands(rest: tuple[str, ...], token: Token) -> bool:
    doc, i = token.doc, token.i + 1
    for word in rest:
        if i >= len(doc) or word not in (doc[i].lower_, doc[i].lemma_):
            return False
        i += 1
    return True


def _modifiers(token: Token, state: _State) -> None:
    for child in token.children:
        label = base(child.dep_)
        if label == "aux":
            _modifier("aux", child, state)
        elif label in ("advmod", "neg", "discourse"):
            _modifier("adverb", child, state)
        elif label in ("mark", "case"):
            _modifier("mark", child, state)
        elif label in ("nsubj", "obj", "obl"):
            _negated_argument(child, state)
        elif label == "det" and not is_verb(token):
            _modifier("subject", child, state)
        elif label == "amod" and not is_verb(token):
            _modifier("copula", child, state)


def _modifier(where: Where, child: Token, state: _State) -> None:
    cue = look_up(where, child)
    if cue is None or (where == "mark" and cue.name == "if" and child.head.tag_ == "VBG"):
        return
    if where == "aux" and cue.name == "will" and child.lower_ == "going":
        return
    _apply(cue, child, state)


def _negated_argument(child: Token, state: _State) -> None:
    """ "No shots were fired", "nobody came": the argument turns the predicate round."""
    for one in (child, *children(child, "det")):
        cue = look_up("subject", one)
        if cue is not None and (one.i == child.i or one.lower_ in ("no", "neither")):
            _apply(cue, one, state)
            return


def _above(token: Token, steps: int) -> _State | None:
    """What stands over the clause or the noun of `token`, or None where it stands on its own."""
    head, label = token.head, base(token.dep_)
    if label == "conj":
        return _beside(token, head, steps)
    if token.dep_ in _CLAUSES or label in _CLAUSES:
        return _governed(token, head, steps)
    if label == "advcl":
        return _adverbial(token, head, steps)
    if label == "acl" and token.dep_ != "acl:relcl":
        return _of_noun(head, steps) or (_not_yet() if token.tag_ == "VB" else None)
    return None if is_verb(token) else _noun_above(token, head, label, steps)


def _not_yet() -> _State:
    return _State(degree="possible")


def _beside(token: Token, head: Token, steps: int) -> _State | None:
    """A conjunct shares what stands over the first one, and its auxiliary when it has no form of its own."""
    if is_verb(token) and not children(token, "aux", "nsubj") and token.tag_ in ("VB", "VBG", "VBN"):
        return _clause(head, steps + 1)
    if not is_verb(token):
        return None if head.head.i == head.i else _above(head, steps + 1)
    return None if head.head.i == head.i or (children(token, "nsubj") and is_verb(head)) else _above(head, steps + 1)


def _governed(token: Token, head: Token, steps: int) -> _State | None:
    where: Where = "govern"
    if head.pos_ in ("ADJ", "ADV") or children(head, "cop") or (is_passive(head) and is_verb(head)):
        where = "copula"
    cue = look_up(where, head) or look_up("govern", head)
    if cue is None and not is_verb(head):
        return _of_noun(head, steps)
    over = _clause(head, steps + 1)
    if cue is None:
        return over if base(token.dep_) == "xcomp" and head.lemma_ in LIGHT else _source_stands_over(token, over)
    if cue.name in ("believed", "believe") and base(token.dep_) == "ccomp" and where == "govern":
        over = _State(negative=over.negative, cues=[c for c in over.cues if over.negative])
    return _under(cue, head, over)


def _source_stands_over(token: Token, over: _State) -> _State | None:
    """Under a verb of saying a finite clause is the source's own word; an infinitive is not yet so."""
    return _not_yet() if token.tag_ == "VB" and base(token.dep_) == "xcomp" and over.degree == "certain" else None


def _under(cue: CertaintyCue, head: Token, over: _State) -> _State:
    """The state that a governing cue gives to what it governs, itself being in the state `over`."""
    found = _State(cues=[*over.cues, head])
    if not cue.signature:
        found.degree, found.negative = cue.degree, (cue.polarity == "negative") != over.negative
        return found
    sign = cue.signature[1] if over.negative else cue.signature[0]
    found.negative = sign == "-"
    found.degree = "unstated" if sign == "o" and cue.degree == "certain" else cue.degree
    if sign != "o":
        found.limit(over.degree)
    return found


def _adverbial(token: Token, head: Token, steps: int) -> _State | None:
    if any(look_up("mark", mark) for mark in children(token, "mark", "case")):
        return None
    if token.tag_ == "VB" and any(mark.lower_ == "to" for mark in children(token, "mark", "aux")):
        return _governed(token, head, steps) if look_up("govern", head) else _not_yet()
    return None


def _of_noun(noun: Token, steps: int) -> _State | None:
    cue = look_up("noun", noun)
    if cue is None:
        return None
    over = _clause(noun, steps + 1) if cue.polarity == "positive" else _State()
    found = _State(degree=cue.degree, cues=[noun, *[c for c in over.cues if over.negative]])
    found.negative = (cue.polarity == "negative") != over.negative
    return found


def _noun_above(token: Token, head: Token, label: str, steps: int) -> _State | None:
    """An event noun under a verb ("launched no attack", "fear an attack") or under a noun ("the risk of an attack")."""
    if label == "nmod":
        return _of_noun(head, steps) if any(case.lower_ in ("of", "for") for case in children(token, "case")) else None
    if not is_verb(head) or label not in ("obj", "nsubj", "obl"):
        return None
    object_like = label == "obj" or token.dep_ == "nsubj:pass"
    cue = look_up("govern", head)
    over = _clause(head, steps + 1)
    if object_like and cue is not None and (cue.signature[:1] != "+" or head.lemma_ in LIGHT):
        return _under(cue, head, over) if cue.signature != "++" else None
    if head.lemma_ in LIGHT and (object_like or label == "obl"):
        return over
    if over.degree != "certain" and not over.negative and (object_like or label == "nsubj"):
        return over
    return None


def _is_asked(token: Token) -> bool:
    """In a question, and not under a verb of saying inside it."""
    sentence = token.sent
    end = next((word for word in reversed(list(sentence)) if not word.is_space and word.text not in "\"”’'»)"), None)
    if end is None or end.text not in ("?", "?!", "??"):
        return False
    return token.dep_.lower() == "root" or base(token.dep_) in ("ccomp", "conj", "xcomp", "parataxis")
