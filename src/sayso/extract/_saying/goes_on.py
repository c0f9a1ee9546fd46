"""Where a content that was cut too early ends: with what hangs on its own words and follows on them.

A clause that is cut before its verb runs on to its end; adverbials and second conjuncts without a comma belong to it;
of what follows a comma, lists and examples ("including …", "such as …", "as well as …") and the rest of an apposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import FINITE
from sayso.codebook.syntax import base, children, is_verb
from sayso.extract._saying.agreement import rejoined
from sayso.extract._saying.asides import is_of_another
from sayso.extract._saying.draft import Draft
from sayso.extract._saying.frames import entries_at
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

#: Pieces that one content is lengthened by.
MOST = 4
#: What follows on the content without a comma and is a part of it.
_CLOSE = frozenset(("obl", "advcl", "nmod", "acl", "obj", "xcomp"))
_MARKS = frozenset('"“”«»\n')


def whole_end(cue: DocSpan, content: DocSpan, *, own: bool = False) -> int:
    """Code point at which the content ends when it takes in all that is its own.

    `own`: the words around are the speaker's, not a report's; what follows a comma is his too.
    """
    if content.start < cue.end or content.sent.start != cue.sent.start:
        return content.end_char
    last = _clause_end(cue, content) or content[-1]
    for _ in range(MOST):
        following = _following(cue, content.start, last, own=own)
        if following is None:
            break
        last = following
    return last.idx + len(last)


def second_half(doc: Doc, draft: Draft) -> Span | None:
    """ "The ice is thin, the skipper said, and the ferry will stay in port", "the ferry, he said, will stay": what
    goes on behind the cue.

    Not a clause of the report's own past ("…, and the ferry stayed in port").
    """
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand")
    source = doc.char_span(*draft.source[0], alignment_mode="expand") if draft.source else None
    if cue is None or source is None or draft.content[-1][1] > cue.start_char:
        return None
    behind = max(cue.end, _before_stops(source.root.right_edge, source.start).i + 1)
    told = is_verb(cue.root) and any("clause" in entry.frames[:1] for entry, _ in entries_at(cue.root))
    while told and behind < cue.sent.end and not doc[behind].is_punct and cue.root.is_ancestor(doc[behind]):
        behind += 1  # "the skipper said in a note on Monday, and …"
    if behind + 3 > cue.sent.end:
        return None
    return _of_subject(doc, draft.content[-1], behind) or _of_joint(doc, behind)


def further_half(doc: Doc, draft: Draft) -> Span | None:
    """ "Said that the ford was safe but had no boats, and that the ferry would sail": the last "that …" behind words
    that may be the report's.
    """
    content = doc.char_span(*draft.content[-1], alignment_mode="contract")
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand")
    if not content or cue is None or content.start < cue.end or content[0].lower_ != "that":
        return None
    head = content[0].head
    clauses = [c for c in children(head, "conj") if c.i >= content.end and c.sent.start == cue.sent.start]
    that = next((m for c in clauses for m in children(c, "mark") if m.lower_ == "that"), None)
    if that is None or head.head.i not in range(cue.start, cue.end) or that.nbor(-1).lower_ not in ("and", "but"):
        return None
    return _piece(doc, that.i, that.head, marked=True)


def _of_subject(doc: Doc, content: Span, behind: int) -> Span | None:
    """The verb and all after it of the subject that the content ends with."""
    subject = doc.char_span(*content, alignment_mode="contract")
    if subject is None or not len(subject) or base(subject.root.dep_) != "nsubj" or doc[behind].lower_ != ",":
        return None
    verb = subject.root.head
    if verb.i <= behind or verb.i >= subject.sent.end or verb.left_edge.i > subject.root.i:
        return None
    return _piece(doc, behind + 1, verb)


def _of_joint(doc: Doc, behind: int) -> Span | None:
    """The second clause, from its conjunction on."""
    comma, joint = doc[behind], doc[behind + 1]
    verb = joint.head
    told = comma.text == "," and base(joint.dep_) == "cc" and base(verb.dep_) == "conj" and verb.i > joint.i
    if not told or verb.head.i >= behind or not _is_spoken(verb):
        return None
    return _piece(doc, joint.i, verb)


def _piece(doc: Doc, first: int, verb: Token, *, marked: bool = False) -> Span | None:
    """From a word to the end of the verb's clause, where nobody else speaks in it; `marked`: it begins with "that"."""
    last = _before_stops(verb.right_edge, first)
    piece = doc[first : last.i + 1]
    others = (t for t in piece if not marked or t.i != verb.i)
    return (
        None
        if any(_MARKS & set(t.text) for t in piece) or any(map(_tells, others))
        else (piece.start_char, piece.end_char)
    )


def _is_spoken(verb: Token) -> bool:
    """A clause with a subject of its own of what is, will be or had been."""
    words = (verb, *children(verb, "aux", "cop"))
    tags = {t.tag_ for t in words}
    now = not tags.isdisjoint(("VBZ", "VBP", "MD")) or any(t.lower_ == "had" for t in words)
    return now and bool(children(verb, "nsubj"))


def _clause_end(cue: DocSpan, content: DocSpan) -> Token | None:
    """The end of a clause "that …", or of one that the cue governs, whose verb comes after the content."""
    first, root = content[0], content.root
    marked = first.lower_ == "that" and first.dep_ == "mark"
    head = first.head if marked else root.head
    governed = base(root.dep_) == "nsubj" and head.dep_ == "ccomp" and cue.start <= head.head.i < cue.end
    if not (marked or governed) or head.i < content.end:
        return None
    end = _before_stops(_before_others(head, cue.root), content.end)
    piece = content.doc[content.end : end.i + 1]
    others = (token for token in piece if token.i != head.i and not _is_of_thing(token, head))
    return None if any(_MARKS & set(token.text) for token in piece) or any(map(_tells, others)) else end


def _before_others(head: Token, cue: Token) -> Token:
    """The last word of a clause, less what somebody else says beside it ("…, while the rebels deny it")."""
    others = [child.left_edge for child in head.rights if is_of_another(child, cue)]
    return others[0].nbor(-1) if others else head.right_edge


def _is_of_thing(verb: Token, clause: Token) -> bool:
    """A verb of a relative clause inside of the clause ("that the camp, which the rebels held, had fallen")."""
    while verb.i not in (clause.i, verb.head.i):
        if verb.dep_ == "acl:relcl":
            return True
        verb = verb.head
    return False


def _before_stops(end: Token, first: int) -> Token:
    while end.is_punct and end.i > first:
        end = end.nbor(-1)
    return end


def _following(cue: DocSpan, start: int, last: Token, *, own: bool) -> Token | None:
    """The last word of the piece that goes on after `last`, or None."""
    doc = last.doc
    if last.i + 1 >= last.sent.end:
        return None
    comma = doc[last.i + 1].lower_ == ","
    first = last.i + 1 + comma
    if first >= last.sent.end or doc[first].is_punct or doc[first].is_space:
        return None
    top = _top(doc[first], start, last.i)
    if top is None:
        return None
    end = _before_stops(top.right_edge, first)
    piece = doc[last.i + 1 : end.i + 1]
    if any(_MARKS & set(token.text) for token in piece) or any(_tells(token) for token in piece if token.i != top.i):
        return None
    return end if _belongs(cue, top, doc[first], start, last, comma=comma, own=own) else None


def _top(first: Token, start: int, last: int) -> Token | None:
    """The word over `first` that hangs on a word of the content, or over which the content hangs."""
    token = first
    while token.head.i != token.i and token.head.i > last:
        token = token.head
    return token if token.left_edge.i <= first.i or token.left_edge.i <= start else None


def _tells(token: Token) -> bool:
    """A clause in which somebody else says something ("where they were found" is none)."""
    own = any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
    about = any(child.tag_ in ("WP", "WDT") for child in children(token, "nsubj"))  # "the men, who are thought to …"
    return own and not about and is_verb(token) and next(entries_at(token), None) is not None


def _is_clause_beside(verb: Token, start: int) -> bool:
    """A second verb of the clause that is said; not one of the report's past beside one that is or will be."""
    first = verb.head
    if _is_told_to(verb):
        return True
    if not (is_verb(verb) and is_verb(first)) or rejoined(verb) is not None or next(entries_at(verb), None):
        return False
    subject = children(verb, "nsubj")
    if subject and not any(child.i >= start for child in children(first, "nsubj")):
        return False
    told = verb.tag_ == "VBD" and not subject
    helper = next((c for c in children(first, "aux") if c.tag_ in FINITE), first)
    return not (told and (helper.tag_ in ("VBZ", "VBP") or helper.lower_ in ("will", "can", "may", "must")))


def _is_told_to(verb: Token) -> bool:
    """ "The crew was late but was told to wait": done to the subject of the clause that is said, by nobody named."""
    passive = bool(children(verb, "aux:pass")) and not children(verb, "nsubj", "nsubj:pass", "obl:agent")
    return passive and base(verb.dep_) == "conj" and bool(children(verb.head, "nsubj", "nsubj:pass"))


def _belongs(cue: DocSpan, top: Token, first: Token, start: int, last: Token, *, comma: bool, own: bool) -> bool:
    label = base(top.dep_)
    if top.left_edge.i <= start:
        return label in ("ccomp", "xcomp") and cue.start <= top.head.i < cue.end
    if not start <= top.head.i <= last.i:
        if comma:
            return top.head.i == cue.root.i and _starts(first, "examples")
        return top.head.i == cue.root.i and (_starts(first, "relating") or _is_aim(first, top, last))
    listed = label == "conj" and top.pos_ in ("NOUN", "PROPN") and top.head.pos_ in ("NOUN", "PROPN")
    if comma and not own:
        listed = (listed and first.lower_ != "but") or _is_of_list(top)
        return _starts(first, "listing") or listed or _is_by_doing(top, first) or _is_to_come(top, cue)
    if label == "conj":
        return listed or (top.head.i != cue.root.i and _is_clause_beside(top, start))
    if own:
        return label in _CLOSE or label == "appos"
    if label == "advmod":
        return bool(children(top, "obl"))  # "the villages east of the river"
    return label in _CLOSE and top.dep_ != "acl:relcl"


def _is_aim(first: Token, top: Token, last: Token) -> bool:
    """ "On the ferry" of "condemned the raid on the ferry", which the parse may give to the verb."""
    aimed = first.lower_ in ("on", "against") and last.pos_ == "NOUN" and last.dep_ == "obj"
    return aimed and top.ent_type_ not in ("date", "time") and (first.nbor().pos_ == "DET" or bool(top.ent_type_))


def _is_of_list(top: Token) -> bool:
    """ "The number of strikes, [the number of shells], or the number of men"."""
    return top.dep_ == "appos" and any(c.i > top.i and children(c, "cc") for c in children(top.head, "conj"))


def _is_to_come(top: Token, cue: DocSpan) -> bool:
    """ "…, which could end the siege": the speaker's forecast goes on."""
    if not any(child.tag_ == "MD" for child in top.children):
        return False
    told = any(clause.is_ancestor(top) for clause in children(cue.root, "ccomp", "xcomp"))
    return told and top.dep_ == "acl:relcl"


def _is_by_doing(top: Token, first: Token) -> bool:
    """ "…, killing two", "…, and killing two": what comes of the deed that is told."""
    plain = top.dep_ == "advcl" and top.tag_ == "VBG" and first.i == top.i and not children(top, "mark")
    return plain and next(entries_at(top), None) is None  # "…, adding that …" is of who speaks


def _starts(first: Token, words: str) -> bool:
    """Whether one of the table's phrases begins at the token."""
    doc, phrases = first.doc, load_cues().parts[words]
    return any(" ".join(t.lower_ for t in doc[first.i : first.i + many]) in phrases for many in (1, 2, 3))
