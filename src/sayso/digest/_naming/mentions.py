"""Where people and things are mentioned: names, noun phrases and pronouns, before it is known which are one.

Every mention is a run of words of a `Doc` with one head. All steps are linear in the number of words.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from sayso.codebook.grammar import FIRST_PERSON, PLURAL
from sayso.codebook.nouns import HUMAN, Noun, Nouns
from sayso.codebook.tree import HYPHENS
from sayso.digest._naming.sectors import noun_sector
from sayso.model import EntityKind, Form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.digest._naming.clusters import Cluster

KINDS: frozenset[str] = frozenset(get_args(EntityKind))
#: Labels of other pipelines (OntoNotes) that are kinds of ours.
FOREIGN_LABELS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "nationality",
    "FAC": "facility", "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other", "PRODUCT": "other",
    "LANGUAGE": "other", "MISC": "other", "WORK": "other",
}  # fmt: skip
#: Pronouns: (number, person or thing, gender); "I" and "we" are the speaker's and left to the statements.
PRONOUNS = {
    "he": ("one", "male"), "him": ("one", "male"), "his": ("one", "male"), "himself": ("one", "male"),
    "she": ("one", "female"), "her": ("one", "female"), "hers": ("one", "female"), "herself": ("one", "female"),
    "it": ("one", "thing"), "its": ("one", "thing"), "itself": ("one", "thing"),
    "they": ("many", ""), "them": ("many", ""), "their": ("many", ""), "theirs": ("many", ""),
    "themselves": ("many", ""),
}  # fmt: skip
SPEAKERS = FIRST_PERSON | {"mine", "myself", "ours", "ourselves"}
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "such"))
#: What a noun phrase begins with, left of its head.
LEFT = frozenset((
    "det", "amod", "nummod", "compound", "nmod", "nmod:poss", "nmod:desc", "flat", "det:predet",
))  # fmt: skip
MODIFIERS = frozenset(("compound", "amod", "flat", "nmod:desc", "fixed", "goeswith"))
OWN = frozenset(("'s", "’s", "'", "’"))
#: Prepositions whose phrase belongs to what an unnamed group is called: "officials in Dili", "members of the clan".
BELONGING = frozenset(("of", "in", "at"))
FOR_PEOPLE = frozenset(("for", "from"))
#: Verbs whose "it" stands for a clause that follows.
EMPTY_VERBS = frozenset(("seem", "appear", "remain", "happen", "turn", "take", "emerge", "transpire"))
MONTHS = frozenset(name.casefold() for name in calendar.month_name if name)
#: Words before a numeral that bound it.
BOUNDS = frozenset(("least", "most", "more", "less", "fewer", "than", "only", "just"))
#: What makes an office another, lesser one.
LESSER = frozenset(("vice", "deputy", "assistant", "associate", "under", "junior"))
THINGS = frozenset(("weapon", "vehicle", "facility"))
LONGEST_LEFT = 10
LONGEST_TAIL = 8


@dataclass(slots=True, eq=False)
class Mention:
    """Words `start` to `end` (token indices, half-open) that mention somebody or something."""

    doc: Doc
    start: int
    end: int
    head: int
    form: Form
    kind: str
    sentence: int
    many: bool = False
    gender: str = ""
    sector: str | None = None
    #: code points at the end of the last word that are not of the mention
    cut: int = 0
    #: code points at the beginning of the first word that are not of the mention
    lead: int = 0
    #: a toponym inside another name, which is what its words lead to
    nested: bool = False
    #: the counting noun before it ("dozens of …"), a token index that stands for it too; -1 where there is none
    counted_by: int = -1
    cluster: Cluster | None = field(default=None, repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without marks, in small letters: what names are compared by."""
        tokens = self.doc[self.start : self.end]
        if self.cut or self.lead:
            return tuple(self.text.casefold().split())
        return tuple(t.lower_ for t in tokens if not t.is_punct and t.lower_ not in OWN and t.lower_ != "the")

    @property
    def span(self) -> tuple[int, int]:
        """Code points into the text."""
        last = self.doc[self.end - 1]
        return self.doc[self.start].idx + self.lead, last.idx + len(last) - self.cut

    @property
    def text(self) -> str:
        text = self.doc[self.start : self.end].text
        return text[self.lead : len(text) - self.cut]


def sentence_numbers(doc: Doc) -> list[int]:
    """Number of the sentence of every word."""
    numbers: list[int] = []
    for token in doc:
        numbers.append((numbers[-1] if numbers else -1) + (1 if token.is_sent_start or not numbers else 0))
    return numbers


def head_of(doc: Doc, start: int, end: int) -> int:
    """The word of the run that hangs on a word outside of it; the last one where there are several."""
    found = [t.i for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i]
    words = [i for i in found if not doc[i].is_punct]
    return (words or found or [end - 1])[-1]


def name_mentions(doc: Doc, sentences: list[int]) -> list[Mention]:
    """The names of the document, in text order."""
    found: list[Mention] = []
    for ent in doc.ents:
        kind = FOREIGN_LABELS.get(ent.label_.upper(), ent.label_.lower())
        if kind in KINDS:
            found.extend(_name(doc, ent.start, ent.end, kind, sentences))
    return found


def _name(doc: Doc, start: int, end: int, kind: str, sentences: list[int]) -> Iterator[Mention]:
    """The name without a leading "the", a final 's and marks at its edges; nothing where no word is left."""
    while start < end and (doc[start].is_space or doc[start].lower_ == "the" or _is_edge(doc[start])):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].lower_ in OWN or _is_edge(doc[end - 1])):
        if end - start > 1 and _is_shout(doc, end):
            break
        end -= 1
    if start < end:
        many = kind == "nationality" and doc[end - 1].tag_ in ("NNPS", "NNS")
        yield Mention(doc, start, end, head_of(doc, start, end), "name", kind, sentences[start], many=many)


def _is_shout(doc: Doc, end: int) -> bool:
    """A mark that the name is written with, inside of a sentence: "Oyez! and Punch"."""
    after = doc[end] if end < len(doc) else None
    return doc[end - 1].text == "!" and after is not None and not after.is_sent_start and not after.is_quote


def _is_edge(token: Token) -> bool:
    return token.is_punct and not any(letter.isalnum() for letter in token.text) and token.text not in (")", "]")


def noun_mentions(doc: Doc, sentences: list[int], names: list[Mention], nouns: Nouns) -> list[Mention]:
    """Noun phrases without a name that mention people, bodies, weapons, vehicles, facilities or (to refer back) places.

    The language model's span group "nominal" decides where it speaks; the noun table does elsewhere, and for sectors.
    """
    taken = {i for mention in names for i in range(mention.start, mention.end)}
    labels = {span.root.i: span.label_ for span in doc.spans["nominal"]} if "nominal" in doc.spans else {}
    found: list[Mention] = []
    for token in doc:
        if token.i in taken or not (token.pos_ in ("NOUN", "PROPN") or (token.i in labels and token.pos_ != "PRON")):
            continue
        if (token.dep_ in MODIFIERS and token.head.i > token.i) or _counted(token, nouns) is not None:
            continue
        mention = _noun(token, labels.get(token.i), sentences, nouns, judged="nominal" in doc.spans)
        if mention is not None:
            found.append(mention)
    return found


def _noun(token: Token, label: str | None, sentences: list[int], nouns: Nouns, *, judged: bool) -> Mention | None:
    """The mention of a noun; `judged`: the language model has looked, so that a doubtful noun needs its word."""
    noun = nouns.find(token.lower_, token.lemma_)
    if label is None and judged and token.lemma_ in nouns.weak and not _is_ruler(token, noun):
        return None
    many = token.tag_ in PLURAL or token.lower_ in ("people", "troops", "police")
    own = None if noun is None else noun.plural if many else noun.kind
    doubtful = noun is None or token.lemma_ in nouns.weak
    body = own == "organization" and not many
    human = own in HUMAN and label in HUMAN and (body or not doubtful)
    armed = own in ("person", "group") and label == "weapon" and not doubtful  # "mercenaries"
    kind = own if human or armed else label or own
    if kind is None or _is_no_thing(token, kind):
        return None
    if label is None and token.pos_ == "PROPN" and kind not in ("person", "group"):
        return None
    if kind == "person" and many:
        kind = "group"
    start, end = noun_phrase(token, belonging=BELONGING | FOR_PEOPLE if kind == "person" else BELONGING)
    if start < token.i and token.doc[start].lower_ in MONTHS and start and token.doc[start - 1].tag_ == "IN":
        start += 1  # "in March guards shot a smuggler"
    sector = noun_sector(token, token.doc[start:end], nouns) if noun is not None else None
    gender = nouns.gender(token.lemma_)
    counted_by = token.head.i if _counted(token.head, nouns) == token.i else -1
    if counted_by >= 0:
        start = noun_phrase(token.head)[0]
    mention = Mention(token.doc, start, end, token.i, "nominal", kind, sentences[token.i], many, gender, sector)
    mention.counted_by = counted_by
    return mention


def _is_ruler(token: Token, noun: Noun | None) -> bool:
    """ "The Okello administration", "the Chadian leadership": a doubtful noun for rulers, with a name before it."""
    if noun is None or noun.kind != "organization" or noun.sector not in ("GOV", "MIL"):
        return False
    before = (child for child in token.lefts if child.dep_ != "nmod:poss")
    return any(child.ent_type_ in ("person", "nationality") for child in before)


def _counted(token: Token, nouns: Nouns) -> int | None:
    """The noun whose things "dozens", "hundreds" or "a number" before "of" count; None for other nouns."""
    if token.pos_ != "NOUN" or token.lemma_ not in nouns.counting:
        return None
    for child in token.rights:
        of = child.dep_ == "nmod" and any(case.dep_ == "case" and case.lower_ == "of" for case in child.lefts)
        if of and child.pos_ == "NOUN":
            return child.i
    return None


def _is_no_thing(token: Token, kind: str) -> bool:
    """Words for weapons and the like that mean none: "is no silver bullet", "tank" in "tank and artillery fire"."""
    if kind not in THINGS or token.tag_ != "NN":
        return False
    if any(child.dep_ == "cop" for child in token.lefts):
        return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    bare = not any(child.dep_ in LEFT for child in token.lefts)
    return bare and following is not None and following.pos_ in ("NOUN", "CCONJ")


def noun_phrase(token: Token, *, belonging: frozenset[str] = BELONGING) -> tuple[int, int]:
    """The phrase of a noun: from its determiner to itself, with "of …", "in …" behind it where that is short."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in LEFT or token.i - child.left_edge.i > LONGEST_LEFT or child.right_edge.i + 1 != start:
            break
        start = child.left_edge.i
    while start < token.i and _is_before(token.doc[start]):
        start += 1
    end = token.i + 1
    for child in token.rights:
        tail = next((t.i for t in token.doc[end : child.right_edge.i + 1] if _divides(t)), child.right_edge.i + 1)
        if child.dep_ != "nmod" or child.left_edge.i != end or not 0 < tail - end <= LONGEST_TAIL:
            break
        words = token.doc[end:tail]
        if words[0].lower_ not in belonging or any(map(_is_clausal, words)):
            break
        end = tail
    return start, end


def _divides(token: Token) -> bool:
    """A mark that ends a phrase; the hyphen of "al-Nur", "Kharga-backed" does not."""
    joins = token.text in HYPHENS and token.i and not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.is_punct and not joins


def _is_clausal(token: Token) -> bool:
    """A verb; "backed" of "Kharga-backed" is none."""
    joined = token.dep_ == "amod" and token.i > 0 and token.nbor(-1).text in HYPHENS
    return token.pos_ in ("VERB", "AUX") and not joined


def _is_before(token: Token) -> bool:
    """Words that the parse hangs on a noun phrase and that are not of it: "at least", "with", "not"."""
    return token.lower_ in BOUNDS or token.pos_ in ("ADP", "SCONJ", "PUNCT", "PART", "ADV", "CCONJ", "SPACE")


def lemma_of(token: Token) -> str:
    """The lemma in small letters, the singular also of a noun that was taken for a name ("Presidents")."""
    lemma = token.lemma_.casefold()
    plural = token.pos_ == "PROPN" and token.tag_ == "NNPS" and lemma == token.lower_
    return lemma.removesuffix("s") if plural else lemma


def office_lemma(token: Token) -> str:
    """The lemma of an office; a vice president is no president."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return f"{before} {lemma_of(token)}" if before in LESSER else lemma_of(token)


def bare_role(mention: Mention) -> tuple[int, int, int]:
    """The words of a noun phrase as a role: without "the", "a" or "his"."""
    first = mention.doc[mention.start]
    return mention.start + (first.pos_ in ("DET", "PRON") and mention.head > mention.start), mention.end, mention.head


def folded(mentions: Iterable[Mention], joined: Callable[[Mention, Mention], Mention | None]) -> Iterator[Mention]:
    """The mentions, with neighbours made one where `joined` gives their union."""
    held: Mention | None = None
    for mention in mentions:
        both = joined(held, mention) if held is not None else None
        if held is not None and both is None:
            yield held
        held = both or mention
    if held is not None:
        yield held


def pronoun_mentions(doc: Doc, sentences: list[int]) -> list[Mention]:
    """Personal pronouns of the third person, without "it" that stands for nothing ("it is clear that …")."""
    found: list[Mention] = []
    for token in doc:
        known = PRONOUNS.get(token.lower_)
        if known is None or token.pos_ not in ("PRON", "DET") or token.dep_ == "expl" or _is_empty_it(token):
            continue
        number, gender = known
        kind = "other" if gender == "thing" else "group" if number == "many" else "person"
        found.append(
            Mention(doc, token.i, token.i + 1, token.i, "pronoun", kind, sentences[token.i], number == "many", gender)
        )
    return found


def _is_empty_it(token: Token) -> bool:
    """ "It is clear that …", "it remains to be seen", "it was Otieno who …"."""
    if token.lower_ != "it" or not token.dep_.startswith("nsubj"):
        return False
    clause = token.head
    if clause.pos_ not in ("ADJ", "NOUN", "PROPN") and clause.lemma_ not in EMPTY_VERBS:
        return False
    return any(child.dep_.partition(":")[0] in ("csubj", "ccomp", "acl", "advcl") for child in clause.rights)
