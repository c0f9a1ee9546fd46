"""What the source does with the content: act, manner and addressee, from cue, content and parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import AttributionCue, load_cues
from sayso.codebook.grammar import NO, OWNERS
from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.syntax import base, case_of, children, is_passive, is_verb, noun_phrase
from sayso.extract._saying.content_acts import FUTURE, act_of_content, called, judged_side
from sayso.extract._saying.draft import Draft, outer
from sayso.extract._saying.edges import Edges
from sayso.extract._saying.frames import entries_at
from sayso.extract._saying.quotes import PAIRS
from sayso.extract._saying.reproach import is_somebody
from sayso.extract._saying.sources import entity_in
from sayso.extract._saying.turns import BY as TURN
from sayso.model import Act, Manner, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from sayso.digest.digest import Digest

_SHARED = frozenset(("mutual", "shared", "common", "joint"))
#: Acts that one tells of oneself ("reiterated its condemnation of"), and nouns of them that tell one made before.
_OWN_ACTS = frozenset(("promise", "praise", "criticize", "demand", "deny", "threaten", "accuse"))
_NOMINAL = ("NOUN", "PROPN", "PRON")
_PLEAS = frozenset(("guilty", "innocent"))
_DECIDED = frozenset(("plan", "decision", "offer"))


def cue_head(doc: Doc, cue: Spans) -> Token | None:
    """The word of the cue that the table knows, the last verb first; else the cue's syntactic head."""
    tokens = [token for span in cue for token in doc.char_span(*span, alignment_mode="expand") or ()]
    known = [token for token in tokens if next(entries_at(token), None) is not None]
    verbs = [token for token in known if is_verb(token)]
    if verbs or known:
        return (verbs or known)[0]
    span = doc.char_span(*outer(cue), alignment_mode="expand") if cue else None
    return span.root if span is not None and len(span) else None


def entry_of(head: Token | None, doc: Doc, content: Spans) -> AttributionCue | None:
    """The attribution entry of a cue's head word; of "voiced", "gave" that of the noun that heads the content, of
    "reaffirmed its commitment to" that of the speaker's own commitment.
    """
    if head is None:
        return None
    own = next((cue for cue, _ in entries_at(head)), None)
    noun = spoken_noun(head, doc, content)
    return own if noun is None else next((cue for cue, _ in entries_at(noun)), own)


def spoken_noun(head: Token, doc: Doc, content: Spans) -> Token | None:
    """The noun that says what is done by a light verb, or by one that tells an act of the speaker's own again."""
    parts = load_cues().parts
    restating = head.lemma_.lower() in parts["restating"]
    if not is_verb(head) or not (restating or head.lemma_.lower() in parts["light"]):
        return None
    span = doc.char_span(*content[0], alignment_mode="contract")
    noun = next((child for child in children(head, "obj") if child.i > head.i and any(entries_at(child))), None)
    if noun is None and span is not None and len(span):
        noun = span.root
    if noun is None or noun.pos_ != "NOUN" or children(noun, "nsubj", "cop"):
        return None
    if not restating:
        return noun
    found = next((cue for cue, _ in entries_at(noun)), None)
    return noun if found is not None and found.act in _OWN_ACTS and _is_own(noun) else None


def told_again(draft: Draft, doc: Doc) -> Token | None:
    """The verb that tells the act of a draft whose cue is the noun of it ("reiterated its [condemnation] of")."""
    cue = doc.char_span(*draft.cue[0], alignment_mode="expand") if draft.cue else None
    noun = cue.root if cue is not None and len(cue) else None
    if noun is None or noun.pos_ != "NOUN" or base(noun.dep_) != "obj" or not _is_own(noun):
        return None
    parts = load_cues().parts
    return noun.head if noun.head.lemma_.lower() in parts["restating"] | parts["light"] else None


def _is_own(noun: Token) -> bool:
    """ "its support", "continued support": not another's, and none that the words before told."""
    before = [child for child in noun.children if child.i < noun.i]
    owners = children(noun, "nmod:poss")
    if owners:
        return all(owner.lower_ in OWNERS for owner in owners)
    shared = any(child.lower_ in _SHARED for child in before)
    return noun.lemma_ not in _DECIDED and (shared or not any(child.pos_ in ("DET", "NUM") for child in before))


def manner_of(text: str, content: Spans, edges: Edges) -> Manner:
    """Direct when all content is between marks, indirect when none is, mixed otherwise."""
    inside = edges.over(content)
    if not inside:
        return "indirect"
    at, bare = 0, []
    for start, end in content:
        at = start
        for quotation in inside:
            if at < quotation.start < end:
                bare.append(text[at : quotation.start])
            at = max(at, min(quotation.end, end)) if quotation.start < end and start < quotation.end else at
        bare.append(text[at:end])
    return "mixed" if any(letter.isalnum() for part in bare for letter in part) else "direct"


def act_of(digest: Digest, draft: Draft, entry: AttributionCue | None) -> Act:
    """The cue's act; a plain "say" is what its content makes it: a promise, a demand, a forecast, a question."""
    doc, text = digest.doc, digest.report.text
    act: Act = entry.act if entry is not None else "assert"
    if _is_vowed(doc, text, draft):
        return "promise"
    if act == "promise" and _means(doc, text, draft):
        return "assert"
    if act == "deny" and entry is not None and entry.name == "doubt" and _has_no(doc, draft):
        return "assert"
    if act == "ask" and _is_bidding(doc, text, draft):
        return "demand"
    of_verb = _act_of_verb(cue_head(doc, draft.cue), text[draft.content[0][0] : draft.content[-1][1]])
    if of_verb is not None:
        return of_verb
    if act not in ("assert", "report"):
        return act
    if _is_charge(doc, draft):
        return "accuse"
    plain = entry is None or entry.name in ("say", "insist", "believe", "claim")
    return _act_of_content(digest, draft, act) if plain else act


def _is_charge(doc: Doc, draft: Draft) -> bool:
    """ "The lawsuit says that [the guards beat two men]": a paper of a court tells what somebody did."""
    source = doc.char_span(*draft.source[0], alignment_mode="expand") if draft.source else None
    content = doc.char_span(*draft.content[0], alignment_mode="contract")
    if not source or not content or source.root.lemma_.lower() not in load_cues().parts["charging"]:
        return False
    deed = content.root
    subject = next(iter(children(deed, "nsubj")), None)
    plain = is_verb(deed) and not is_passive(deed) and not any(child.tag_ == "MD" for child in deed.children)
    return plain and bool(children(deed, "obj")) and subject is not None and is_somebody(subject)


def _act_of_verb(head: Token | None, content: str) -> Act | None:
    """What a verb does beside its kind: "agreed to leave", "questioned whether", "called the vote a sham"."""
    if head is None:
        return None
    lemma, parts = head.lemma_.lower(), load_cues().parts
    if lemma == "agree" and content.startswith("to "):
        return "promise"
    if lemma == "question" and content.startswith(("if ", "whether ")):
        return "ask"
    if lemma == "stand":
        against = any(case_of(c) == "against" for c in children(head, "obl"))
        return "criticize" if against else "praise"
    if lemma == "plead" and (plea := [c for c in head.children if c.lower_ in _PLEAS]):
        innocent = plea[0].lower_ == "innocent" or any(t.lower_ == "not" for t in head.doc[head.i : plea[0].i])
        return "deny" if innocent else "assert"
    if lemma in parts["declining"]:
        return "assert"
    if lemma in parts["alleging"]:
        return "accuse"
    found = called(head)
    if found is None:
        return None
    return (
        "criticize"
        if judged_side(found[1]) == "against"
        else "praise"
        if found[1].lemma_.lower() in parts["admired"]
        else None
    )


def _is_vowed(doc: Doc, text: str, draft: Draft) -> bool:
    """ "We will continue to support": what "I" or "we" will do, unless it is only to say something."""
    if not draft.source or text[slice(*draft.source[0])].lower() not in ("i", "we"):
        return False
    words = [t for span in draft.cue for t in doc.char_span(*span, alignment_mode="expand") or ()]
    last = next((t for t in reversed(words) if is_verb(t)), None)
    entry = next((cue for cue, _ in entries_at(last)), None) if last is not None else None
    return any(t.lower_ in FUTURE for t in words) and (entry is None or entry.act in ("praise", "criticize", "demand"))


def _means(doc: Doc, text: str, draft: Draft) -> bool:
    """ "I mean real wages" says what is meant; "I mean to stay" promises."""
    head = cue_head(doc, draft.cue)
    return head is not None and head.lemma_ == "mean" and not text.startswith("to ", draft.content[0][0])


def _is_bidding(doc: Doc, text: str, draft: Draft) -> bool:
    """ "Asked to leave", "asked them not to march": no question."""
    head = cue_head(doc, draft.cue)
    infinitives = children(head, "xcomp", "ccomp") if head is not None and is_verb(head) else []
    asked = any(child.lower_ == "to" for one in infinitives if one.tag_ == "VB" for child in one.children)
    return asked or text.startswith(("to ", "not to "), draft.content[0][0])


def _has_no(doc: Doc, draft: Draft) -> bool:
    """ "Have no doubt", "do not question": what is doubted is held."""
    words = [t for span in draft.cue for t in doc.char_span(*span, alignment_mode="expand") or ()]
    return any(t.lower_ in NO for t in words)


def _act_of_content(digest: Digest, draft: Draft, act: Act) -> Act:
    text = digest.report.text
    last = text[draft.content[-1][0] : draft.content[-1][1]].rstrip("\"”’'» ")
    if last.endswith("?"):
        return "ask"
    span = digest.doc.char_span(*draft.content[0], alignment_mode="contract")
    if draft.by == TURN or span is None or not len(span):
        return act
    found = act_of_content(span, act, quoted=text[draft.content[0][0]] in PAIRS)
    return "predict" if found == "promise" and _is_anothers(digest, draft, span.root) else found


def _is_anothers(digest: Digest, draft: Draft, verb: Token) -> bool:
    """ "Ida said he would leave": what another than the speaker will do."""
    subject = next((c for c in children(verb, "nsubj") if c.i < verb.i), None)
    source = digest.doc.char_span(*draft.source[0], alignment_mode="expand") if draft.source else None
    if subject is None or source is None or not len(source) or subject.lower_ in ("i", "we"):
        return False
    who, speaker = digest.entity_at(subject), entity_in(digest, source)
    return who is not None and speaker is not None and who != speaker


def addressee_of(digest: Digest, head: Token | None, entry: AttributionCue | None, draft: Draft) -> str | None:
    """The hearer, accused, warned, asked or thanked one, as an entity id."""
    token = hearer_of(head, entry, draft)
    if token is None and entry is not None and entry.act == "demand":
        span = digest.doc.char_span(*draft.content[0], alignment_mode="contract")
        asked = asked_one(span) if span is not None and len(span) else None
        token = asked[0] if asked is not None else None
    return None if token is None else entity_in(digest, noun_phrase(token))


def hearer_of(head: Token | None, entry: AttributionCue | None, draft: Draft) -> Token | None:
    """The token that heads the hearer's phrase."""
    if head is not None and head.pos_ == "ADJ":
        return next((child for child in _at(head, "to") if child.pos_ in _NOMINAL), None)
    if head is None or not is_verb(head):
        return None
    told = head.lemma_ in ("tell", "inform", "assure", "remind", "brief", "notify", "reassure", "thank", "congratulate")
    places = ("object", "to") if told else ("to",) if entry is None else entry.hearer
    if "object" in places and head.dep_ != "amod" and any(c.dep_ == "aux:pass" for c in head.children):
        return next((child for child in children(head, "nsubj") if child.pos_ in _NOMINAL), None)
    for place in places:
        for child in _at(head, place):
            inside = any(start <= child.idx < end for start, end in draft.content)
            if child.lemma_.lower() in load_cues().parts["wished"]:
                continue
            if child.pos_ in _NOMINAL and (not inside or (entry is not None and entry.stance)):
                return None if inside and entry is not None and entry.act == "demand" and _is_done_to(child) else child
    return _written_to(head)


def asked_one(span: DocSpan) -> tuple[Token, int] | None:
    """Who is asked at the head of what is asked for, and where that begins ("[Kenya] | to open the port")."""
    to = next((t for t in span if t.lower_ == "to" and t.head.tag_ == "VB"), None)
    if to is None or to.i == span.start or any(is_verb(t) for t in span if t.i < to.i):
        return None
    who = span.doc[span.start : to.i].root
    known = load_nouns().find(who.lower_, who.lemma_) if who.pos_ == "NOUN" else None
    human = who.pos_ in ("PROPN", "PRON") or bool(who.ent_type_) or (known is not None and known.kind in HUMAN)
    return (who, to.idx) if human and not is_passive(to.head) and not children(to.head, "aux:pass") else None


def _is_done_to(asked: Token) -> bool:
    """ "ordered [the men] to be freed": nothing is asked of them."""
    infinitives = [c for c in children(asked.head, "xcomp", "ccomp", "advcl") if c.i > asked.i]
    return any(children(one, "aux:pass") or is_passive(one) for one in infinitives[:1])


def _written_to(head: Token) -> Token | None:
    """ "In a letter to the league, the reeve said", "conveyed his thanks to the crew"."""
    parts = load_cues().parts
    for noun in children(head, "obl", "obj"):
        if noun.lemma_.lower() not in parts["messages"] | parts["wished"]:
            continue
        carrier = head if base(noun.dep_) == "obj" and head.lemma_.lower() in parts["light"] else noun
        to = next((c for c in (*_at(noun, "to"), *_at(carrier, "to")) if c.pos_ in _NOMINAL), None)
        if to is not None:
            return to
    return None


def _at(head: Token, place: str) -> list[Token]:
    if place == "object":
        return children(head, "iobj") or children(head, "obj")
    return [child for child in head.children if base(child.dep_) in ("obl", "nmod") and case_of(child) == place]
