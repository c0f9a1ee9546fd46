"""What kind of thing a source is, and which entity: by its head noun, its determiners and the names in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.grammar import PLURAL
from sayso.codebook.syntax import noun_phrase, prepositional, through_relative
from sayso.extract._saying.names import names_in
from sayso.model import Entity, Source, SourceKind, Span, Spans, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

_KIND_OF_NAME: dict[str, SourceKind] = {
    "person": "named",
    "organization": "collective",
    "place": "collective",
    "work": "document",
}
_SOMEONE = frozenset(
    ("a", "an", "one", "two", "three", "four", "five", "several", "some", "another", "other", "unnamed", "anonymous")
)
#: "A number of families", "37 percent of voters".
_MEASURES = frozenset(("number", "percent", "%", "majority", "half", "handful", "dozen", "couple", "minority"))
#: Words before leaders in the plural that the report has named.
_THOSE = frozenset(("the", "both", "these"))
#: "I" and "we" of no quotation are the report's own.
FIRST_PERSON = frozenset(("i", "we"))
#: Media by their noun, and bodies by their name.
_ALSO_BODIES = frozenset({"network", "programme", "station"})
_ANONYMOUS = (
    "anonym",
    "condition",
    "not to be named",
    "not be named",
    "unnamed",
    "unidentified",
    "declined to be named",
    "asked not",
)


def source_from(digest: Digest, spans: Spans, *, label: bool = False) -> Source | None:
    """The source at the spans with its entity and kind, or None where there are no words for one.

    `label`: of a turn in a transcript, where the one person that it names speaks ("Head of Harbour Bank Ida Holm").
    """
    if not spans:
        return None
    text = digest.report.text
    found = words(text, *spans)
    span = digest.doc.char_span(spans[0][0], spans[0][1], alignment_mode="expand")
    if span is None or not len(span):
        return Source(spans=found.spans, text=found.text, entity=None, kind="unnamed")
    entity = (_only_person(digest, span) if label else None) or entity_in(digest, span)
    return Source(spans=found.spans, text=found.text, entity=entity, kind=_kind(digest, span, entity))


def _only_person(digest: Digest, span: DocSpan) -> str | None:
    """The entity of the one name of a person in the words; a country before the name may have been taken into it."""
    people = [name for name in names_in(span) if name.label == "person"]
    if len(people) != 1:
        return None
    words = (digest.doc[i] for i in reversed(range(people[0].start, people[0].end)))
    return next((found for word in words if (found := digest.entity_at(word))), None)


def entity_in(digest: Digest, span: DocSpan) -> str | None:
    """The entity of the phrase's head: its noun phrase first, then a name beside the head, then any of its words.

    "Which" and "who" are what they relate to.
    """
    root = through_relative(span.root, span.root.head)
    if root.i != span.root.i:
        span = noun_phrase(root)
    phrase = noun_phrase(root)
    tries: list[Span] = [(phrase.start_char, phrase.end_char)]
    tries += [name.span for name in names_in(span) if name.start <= root.i < name.end]
    tries += [(c.idx, c.idx + len(c)) for c in root.children if c.dep_ in ("appos", "flat", "nmod:desc")]
    tries.append((span.start_char, span.end_char))
    return next((entity for one in tries if (entity := digest.entity_of(one)) is not None), None)


def _kind(digest: Digest, span: DocSpan, entity: str | None) -> SourceKind:
    root = span.root
    lowered = span.text.lower()
    if any(word in lowered for word in _ANONYMOUS):
        return "unnamed"
    names = names_in(span)
    name = next((name for name in names if name.start <= root.i < name.end), None)
    kinds = load_cues().source_kinds
    if root.lower_ == "one" and root.pos_ != "PROPN" and kind_of_entity(digest, entity) != "named":
        return "unnamed"  # "one of them"
    if root.lemma_.lower() in _MEASURES and any(c.tag_ == "NNS" for c in prepositional(root, "of")):
        return "collective"
    lemma = root.lemma_.lower()
    if _is_outlet(digest, span, lemma, kinds["outlet"]):
        return "outlet"
    if any(c.dep_ == "conj" and c.i < span.end for c in root.children) and root.pos_ == "PROPN":
        return "collective"
    if name is not None and name.label in _KIND_OF_NAME:
        written = lemma in kinds["document"] and lemma not in kinds["person"]
        return "document" if written else _KIND_OF_NAME[name.label]
    if root.pos_ == "PRON":
        own = root.lower_ in FIRST_PERSON and entity is None
        return "outlet" if own else _of_pronoun(digest, root, entity)
    if any(one.label == "person" for one in names) and lemma in kinds["person"] and root.tag_ != "NNS":
        return "named"
    return _of_noun(digest, root, lemma, kinds, entity)


def _is_outlet(digest: Digest, span: DocSpan, lemma: str, outlets: frozenset[str]) -> bool:
    own = (digest.report.outlet or "").casefold()
    plain = span.text.casefold().removeprefix("the ")
    if lemma in _ALSO_BODIES and span.root.pos_ == "PROPN":  # "the World Health Programme", "the Nurses' Network"
        return not load_cues().source_kinds["outlet"].isdisjoint(t.lower_ for t in span if t.i != span.root.i)
    return lemma in outlets or (bool(own) and plain == own.removeprefix("the "))


def _of_noun(
    digest: Digest, root: Token, lemma: str, kinds: dict[str, frozenset[str]], entity: str | None
) -> SourceKind:
    if lemma in kinds["document"] and lemma not in kinds["person"]:
        return "document"
    if lemma in kinds["collective"] and root.tag_ not in PLURAL:
        return "collective"
    known = kind_of_entity(digest, entity)
    if known is not None:
        return known
    if lemma in kinds["person"]:
        some = {child.lower_ for child in root.children if child.i < root.i}
        if lemma in kinds["known"] and root.tag_ == "NNS" and some & _THOSE:
            return "collective"
        if lemma == "source" or some & _SOMEONE or root.tag_ == "NN":
            return "unnamed"
        return "collective"
    return "collective" if root.tag_ in ("NNS", "NNPS", "NNP") else "unnamed"


def _of_pronoun(digest: Digest, root: Token, entity: str | None) -> SourceKind:
    known = kind_of_entity(digest, entity)
    if known is not None:
        return known
    return "collective" if root.lower_ in ("we", "they", "many", "some", "most", "others", "those") else "unnamed"


def _has_name(record: Entity) -> bool:
    """Whether the words name it, or the report's metadata do: then no mention is the name."""
    return any(mention.form == "name" for mention in record.mentions) or all(
        mention.form == "pronoun" and mention.text.lower() != record.name.lower() for mention in record.mentions
    )


def kind_of_entity(digest: Digest, entity: str | None) -> SourceKind | None:
    """A resolved entity's kind; a group or a nominal that has no name is judged by its words instead."""
    record = digest.by_id.get(entity or "")
    if record is None or not _has_name(record):
        return None
    if record.kind == "person":
        return "named"
    return "collective" if record.kind in ("organization", "place", "nationality", "group", "facility") else None
