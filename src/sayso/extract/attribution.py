"""The chain of sources over some words: on whose say-so they stand, outermost first.

Statements whose content holds the words are the links. The outlet that reports is never one. Words that lay something
to nobody in particular ("reportedly", "is believed to") are a link too, with no entity and `hearsay` true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_passive, is_verb, noun_phrase, through_relative
from sayso.codebook.words import word_list
from sayso.extract._expecting.expectation import is_act
from sayso.extract._saying.acts import cue_head
from sayso.extract._saying.charges import ANSWERED
from sayso.extract._saying.draft import Shelf, width
from sayso.extract._saying.frames import span_of
from sayso.extract._saying.heard import cited_beside, is_passed_on
from sayso.extract._saying.no_source import is_source
from sayso.extract._saying.sources import source_from
from sayso.extract._saying.voice import FIRST_PERSON, is_own_voice
from sayso.extract._status.presupposed import DEFINITE
from sayso.extract.certainty import look_up
from sayso.model import Cue, Link, Source, Span, Spans, Statement, Words, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sayso.digest.digest import Digest

#: What is done to words that were said, and nouns of these.
SPOKEN = word_list("attribution_spoken")
#: What somebody holds against somebody else, not yet proved.
ACCUSING = word_list("attribution_accusing")
_SHELF = "sayso.extract.attribution"
#: Clauses that are climbed in search of a word of hearsay.
HIGHEST = 4


def chain_of(digest: Digest, statements: Sequence[Statement], span: Span) -> tuple[Link, ...]:
    """Links of the chain over the words at `span` (code points), outermost first; empty for the outlet's own word."""
    words_ = digest.doc.char_span(*span, alignment_mode="expand")
    over = [s for s in statements_over(digest, statements, span) if is_source(digest.doc, s)]
    over = [s for s in over if words_ is None or not _is_taken_up(digest.doc, s, words_.root)]
    over = [s for s in over if not _left_out(digest.doc, s, over)]
    links = _once([link for s in over for link in (_link(digest, s), *_cited(digest, s))])
    hearsay = _hearsay(digest, span, links)
    return (*links, hearsay) if hearsay is not None else tuple(links)


def statements_over(digest: Digest, statements: Sequence[Statement], span: Span) -> list[Statement]:
    """The statements whose content holds the words at `span`, outermost first; none of the outlet's own."""
    near = shelf_of(digest, statements).over(span)
    over = [s for s in near if holds(s.content.spans, span) and not _is_outlet(digest, s)]
    return sorted(over, key=lambda s: (-width(s.content.spans), s.content.spans[0][0], is_passed_on(s.by)))


def _is_taken_up(doc: Doc, statement: Statement, token: Token) -> bool:
    """ "The sanctions" of "welcomed the sanctions", "the charge" of "rejected the charge", "the ruling" of "called the
    ruling unwise": there on the report's own word, whatever is said to it.
    """
    cue = cue_head(doc, statement.cue.spans) if statement.cue is not None else None
    while token.dep_ == "conj" and token.head.i < token.i and not is_verb(token.head):
        token = token.head
    if cue is None or not is_verb(cue) or is_verb(token) or token.head.i != cue.i:
        return False
    if lemma(cue) in ANSWERED:
        return lemma(token) in SPOKEN
    named = lemma(cue) in load_cues().parts["naming"] and any(
        c.lower_ in DEFINITE or c.dep_ == "nmod:poss" for c in token.children
    )
    if token.dep_ in ("obj", "nsubj:pass"):
        return named or statement.act in ("praise", "criticize")
    return named or (statement.act == "praise" and base(token.dep_) in ("obj", "obl"))


def _left_out(doc: Doc, statement: Statement, over: Sequence[Statement]) -> bool:
    """Of "denied reports by the guild that he fell" whoever reports it: it is told by who denies it; of "contradicted a
    report by the guild that he fell" whoever contradicts it.
    """
    for one in over:
        if _answers(doc, one, statement) and _takes_back(doc, one):
            return True
        if _answers(doc, statement, one) and not _takes_back(doc, statement):
            return True
    return False


def _takes_back(doc: Doc, statement: Statement) -> bool:
    head = cue_head(doc, statement.cue.spans) if statement.cue is not None else None
    return head is not None and look_up("govern", head) is not None


def _answers(doc: Doc, outer: Statement, inner: Statement) -> bool:
    """ "Denied reports by the guild that …", "reports by the guild that … were denied", "denied that he fell, as the
    guild had said".
    """
    over = cue_head(doc, outer.cue.spans) if outer.cue is not None and outer.act == "deny" else None
    cue = cue_head(doc, inner.cue.spans) if inner.cue is not None else None
    while over is not None and cue is not None and cue.dep_ == "conj" and cue.head.i < cue.i:
        cue = cue.head
    if over is None or cue is None:
        return False
    if base(cue.dep_) == "advcl" and any(c.lower_ == "as" for c in children(cue, "mark")):
        return cue.head.i == over.i or cue.head in children(over, "ccomp")
    return cue.head.i == over.i and (base(cue.dep_) in ("obj", "ccomp") or cue.dep_ == "nsubj:pass")


def _once(links: Sequence[Link]) -> list[Link]:
    """The links without one whose source is that of the link before it: who goes on speaking is one source, and so is
    the "we" of his own words.
    """
    kept: list[Link] = []
    for link in links:
        before = kept[-1] if kept else None
        same = before is not None and (
            link.entity == before.entity
            if link.entity and before.entity
            else link.text == before.text or (link.entity is None and link.text.lower() in FIRST_PERSON)
        )
        if not same:
            kept.append(link)
    return kept


def shelf_of(digest: Digest, statements: Sequence[Statement]) -> Shelf[Statement]:
    """The statements by place, made once per report and kept with its words."""
    kept: tuple[Sequence[Statement], Shelf[Statement]] | None = digest.doc.user_data.get(_SHELF)
    if kept is not None and kept[0] is statements:
        return kept[1]
    shelf: Shelf[Statement] = Shelf()
    for statement in statements:
        for span in statement.content.spans:
            shelf.put(span, statement)
    digest.doc.user_data[_SHELF] = (statements, shelf)
    return shelf


def holds(spans: Spans, span: Span) -> bool:
    """Whether one of the spans holds all of `span`."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _is_outlet(digest: Digest, statement: Statement) -> bool:
    """Whether the source is the very outlet that reports."""
    outlet, source = digest.report.outlet, statement.source
    if source is None:
        return False
    if source.text.lower() in FIRST_PERSON and (
        source.kind == "outlet" or (statement.inside is None and is_own_voice(digest.report, outlet))
    ):
        return True
    return outlet is not None and _bare(source.text) == _bare(outlet) != ""


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _link(digest: Digest, statement: Statement) -> Link:
    """The statement as a link; "which" and "who" of nobody known by the words that they relate to."""
    source = statement.source
    named: Words | Source | Cue = source or statement.cue or statement.content
    if source is not None and source.entity is None:
        named = _related(digest, source) or source
    return Link(
        statement=statement.id,
        entity=source.entity if source else None,
        spans=named.spans,
        text=named.text,
        hearsay=source is None,
    )


def _cited(digest: Digest, statement: Statement) -> tuple[Link, ...]:
    """ "The paper said, citing two officials": they said it to the paper."""
    head = cue_head(digest.doc, statement.cue.spans) if statement.cue is not None else None
    source = cited_beside(head) if head is not None else None
    if source is None:
        return ()
    found = source_from(digest, span_of(source)[:1])
    if found is None:
        return ()
    return (Link(statement=None, entity=found.entity, spans=found.spans, text=found.text, hearsay=False),)


def _related(digest: Digest, source: Source) -> Words | None:
    """ "The clauses" of "the clauses which say that …"."""
    found = digest.doc.char_span(*source.spans[0], alignment_mode="expand")
    if found is None or len(found) != 1:
        return None
    noun = through_relative(found.root, found.root.head)
    if noun.i == found.root.i:
        return None
    phrase = noun_phrase(noun)
    return words(digest.report.text, (phrase.start_char, phrase.end_char))


def _hearsay(digest: Digest, span: Span, links: Sequence[Link]) -> Link | None:
    """A link for words of hearsay over `span` that no statement stands for."""
    covered = digest.doc.char_span(*span, alignment_mode="expand")
    if covered is None or any(link.hearsay for link in links):
        return None
    cue = hearsay_over(covered.root)
    if cue is None:
        return None
    place = (cue.idx, cue.idx + len(cue))
    found = words(digest.report.text, place)
    return Link(statement=None, entity=None, spans=found.spans, text=found.text, hearsay=True)


def _is_accused(word: Token) -> bool:
    """ "A man accused of burning the mill": somebody holds that he did, and nobody says who."""
    participle = word.tag_ == "VBN" and base(word.dep_) == "acl" and lemma(word) in ACCUSING
    return participle and not children(word, "obl:agent")


def hearsay_over(token: Token) -> Token | None:
    """The word that lays the clause of `token` to nobody in particular, or None."""
    told = True
    for _ in range(HIGHEST):
        for child in token.children:
            doubted = base(child.dep_) == "amod" and (told or is_act(token))  # no "suspected thief who was jailed"
            where = "adverb" if base(child.dep_) == "advmod" else "copula" if doubted else None
            cue = look_up(where, child) if where else None  # type: ignore[arg-type]
            if cue is not None and cue.hearsay:
                return child
        head, label = token.head, base(token.dep_)
        if label in ("xcomp", "ccomp", "csubj") and is_passive(head) and not children(head, "obl:agent"):
            cue = look_up("copula", head)
            if cue is not None and cue.hearsay:
                return head
        if label in ("advcl", "acl") and token.tag_ == "VBG" and _is_accused(head):
            return head
        if head.i == token.i or label not in (
            "xcomp",
            "conj",
            "obj",
            "nmod",
            "obl",
            "nsubj",
            "acl",
            "advcl",
            "ccomp",
            "compound",
        ):
            return None
        told, token = label != "acl" or token.tag_ == "VB", head
    return None
