"""Quotations that no cue in their clause explains: colon speakers, signed ones, continued turns.

The rules follow the practice of newspapers: a quotation after "Name:" or "…, stating:" is the name's or the subject's;
one right after an attributed quotation in its paragraph carries that statement on; a paragraph that is one quotation
without a speaker belongs to the speaker before. Scare quotes, titles and headings are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.grammar import TOLD
from sayso.codebook.syntax import children, is_verb
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft, outer, shared, united
from sayso.extract._saying.frames import entries_at, source_of, span_of
from sayso.extract._saying.leads import after_colon
from sayso.extract._saying.names import names_in
from sayso.extract._saying.quotes import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Share of a quotation that must lie in a content for the quotation to count as explained.
EXPLAINED = 0.5
#: Fewest words of a quotation that can stand as a statement on its own.
SHORTEST = 4
#: Drafts before a quotation among which its speaker is looked for.
LOOK_BACK = 20
#: Paragraphs without speech after which a speaker's turn is over.
PATIENCE = 1
#: Words behind a quotation among which who shouts it is looked for.
LONGEST_CLAUSE = 8
#: Code points before a quotation in which the verb that leads up to it is looked for.
LONGEST_LEAD = 160
_SMALL = frozenset(("of", "the", "a", "an", "in", "on", "and", "for", "to", "at", "from", "with", "by"))
_DASH = re.compile(r"\s{0,3}([―—–]|--?)\s{0,3}([A-Z][^\n.]{2,80}?)\.?(?=\n|$)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_END = ".!?…,"


def unexplained(text: str, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[Quotation]:
    """Outermost quotations long enough to be speech that lie in no draft's content."""
    contents = united(tuple(span for draft in drafts if draft.source or draft.cue for span in draft.content))
    found = []
    i = 0
    for quotation in quotations:
        if quotation.depth or not is_speech(text, quotation):
            continue
        while i < len(contents) and contents[i][1] <= quotation.start:
            i += 1
        near = contents[i : i + 8]
        if shared((quotation.span,), near) < EXPLAINED * (quotation.end - quotation.start):
            found.append(quotation)
    return found


def is_speech(text: str, quotation: Quotation) -> bool:
    """False for scare quotes and titles: too short, or every word capitalized, without a stop at the end."""
    inside = text[slice(*quotation.inside)]
    words = _WORD.findall(inside)
    ends = inside.rstrip()[-1:] in _END and inside.rstrip()[-1:] != ""
    if len(words) < SHORTEST:
        return ends and len(words) > 1
    return ends or not all(word in _SMALL or word[0].isupper() or word[0].isdigit() for word in words)


def by_quotations(doc: Doc, text: str, quotations: Sequence[Quotation], drafts: list[Draft]) -> list[Draft]:
    """The drafts with every unexplained quotation joined to its statement, or made one where a speaker is known."""
    found = sorted(drafts, key=lambda draft: outer(draft.content))
    for quotation in unexplained(text, quotations, found):
        _place(doc, text, quotation, found)
    return found


def _place(doc: Doc, text: str, quotation: Quotation, found: list[Draft]) -> None:
    labelled = after_colon(doc, text, quotation) or _before_dash(doc, text, quotation)
    labelled = labelled or _shouted(doc, quotation) or _after_comma(doc, text, quotation)
    if labelled is not None:
        _insert(found, labelled)
        return
    i = _before(found, quotation.start)
    if i is None:
        return
    last = found[i]
    between = text[_end_of(last) : quotation.start]
    if _same_turn(text, last, between) or _closes_sentence(doc, last, quotation):
        found[i] = replace(last, content=united((*last.content, quotation.span)))
    elif _stands_free(text, quotation) and _speaks_on(text, last, between):
        score = last.score * 0.8
        draft = Draft(source=last.source, cue=(), content=(quotation.span,), by="quotes:turn", score=score)
        _insert(found, draft)


def _insert(found: list[Draft], draft: Draft) -> None:
    insort(found, draft, key=lambda one: outer(one.content))


def _before(found: Sequence[Draft], at: int) -> int | None:
    """The last draft with a source that ends before `at`; drafts are in text order."""
    last = bisect_left(found, at, key=lambda one: outer(one.content)[0])
    for i in range(last - 1, max(-1, last - 1 - LOOK_BACK), -1):
        if _end_of(found[i]) <= at and found[i].source:
            return i
    return None


def _end_of(draft: Draft) -> int:
    return max(end for spans in (draft.source, draft.cue, draft.content) for _, end in spans)


def _same_turn(text: str, last: Draft, between: str) -> bool:
    """The quotation follows in the paragraph, with at most the rest of the attributing clause between."""
    quoted = text[last.content[-1][1] - 1] in "\"”’»'"
    return quoted and "\n" not in between and len(_WORD.findall(between)) <= 12 and between.count(". ") <= 1


def _closes_sentence(doc: Doc, last: Draft, quotation: Quotation) -> bool:
    """ "“…,” said [name], recalling the raid of that night on the port. “…”": between is the rest of one sentence."""
    cue = doc.char_span(*last.cue[0], alignment_mode="expand") if last.cue else None
    if cue is None or doc.text[last.content[-1][1] - 1] not in "\"”’»'":
        return False
    between = doc.text[_end_of(last) : quotation.start]
    return (
        cue.sent.end_char <= quotation.start
        and not doc.text[cue.sent.end_char : quotation.start].strip()
        and ("\n" not in between)
    )


def _stands_free(text: str, quotation: Quotation) -> bool:
    """The quotation is its whole paragraph."""
    before = text[max(0, quotation.start - 400) : quotation.start]
    after = text[quotation.end : quotation.end + 400].partition("\n")[0]
    return not before.rpartition("\n")[2].strip() and not after.strip()


def _speaks_on(text: str, last: Draft, between: str) -> bool:
    quoted = any(text[span[0]] in "\"“‘«'„" or text[span[1] - 1] in "\"”’»'" for span in last.content)
    rest, *paragraphs = between.split("\n")
    apart = sum(bool(part.strip()) for part in paragraphs[:-1])
    return apart <= PATIENCE if quoted else not apart and not rest.strip(" .\u00a0")


def _before_dash(doc: Doc, text: str, quotation: Quotation) -> Draft | None:
    """“…” — Name, at the end of the line."""
    dash = _DASH.match(text, quotation.end)
    if dash is None:
        return None
    name = doc.char_span(*dash.span(2), alignment_mode="expand")
    if name is None or not any(one.label == "person" for one in names_in(name)):
        return None
    content, cue = (quotation.span,), (dash.span(1),)
    return Draft(source=(dash.span(2),), cue=cue, content=content, by="quotes:dash", score=0.7)


def _shouted(doc: Doc, quotation: Quotation) -> Draft | None:
    """ "“Bread!” the crowd shouted from the quay": its speakers and a verb of speech right behind a quotation."""
    quoted = doc.char_span(*quotation.span, alignment_mode="expand")
    if quoted is None:
        return None
    behind = doc[quoted.end : quoted.end + LONGEST_CLAUSE]
    verb = next((token for token in behind if token.tag_ in TOLD and is_verb(token)), None)
    entry = next((cue for cue, _ in entries_at(verb)), None) if verb is not None else None
    if verb is None or entry is None or "clause" not in entry.frames:
        return None
    phrase = doc[quoted.end : verb.i]
    speakers = any(map(can_speak, phrase)) and not any(t.is_punct or t.is_space or t.pos_ == "CCONJ" for t in phrase)
    if not speakers or children(verb, "ccomp", "obj"):
        return None
    source, cue = (phrase.start_char, phrase.end_char), (verb.idx, verb.idx + len(verb))
    return Draft(source=(source,), cue=(cue,), content=(quotation.span,), by="quotes:clause", score=0.7)


def _after_comma(doc: Doc, text: str, quotation: Quotation) -> Draft | None:
    """ "…, who joked of the ship, “…”": the verb of speech before the comma that leads up to a quotation."""
    before = text[max(0, quotation.start - 2) : quotation.start].rstrip()
    lead = doc.char_span(max(0, quotation.start - LONGEST_LEAD), quotation.start, alignment_mode="contract")
    if not before.endswith(",") or lead is None or not len(lead):
        return None
    verbs = [token for token in lead if is_verb(token) and token.sent.start == lead[-1].sent.start]
    verb = verbs[-1] if verbs else None
    entry = next((cue for cue, _ in entries_at(verb)), None) if verb is not None else None
    source = source_of(verb) if verb is not None else None
    if verb is None or entry is None or source is None or "clause" not in entry.frames or children(verb, "ccomp"):
        return None
    cue = (verb.idx, verb.idx + len(verb))
    return Draft(source=span_of(source), cue=(cue,), content=(quotation.span,), by="quotes:comma", score=0.7)
