"""What is decided, asked for, promised or praised, and under which conditions and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.grammar import SOMEBODY
from sayso.codebook.match import OF_SOMEBODY, TIMES, lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._sides.participants import is_day
from sayso.extract._telling.telling import Telling
from sayso.model import Span, Words, words

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Types that have a content: acts about acts.
WITH_CONTENT = word_list("contents_with_content")
CONDITIONS = word_list("contents_conditions")
LIMITS = word_list("contents_limits")
#: How a condition begins, and words of a limit in a phrase.
CONDITION_PHRASES = (
    "on condition",
    "as long as",
    "so long as",
    "provided that",
    "on the understanding",
    "in the event",
)
LIMIT_PHRASES = ("no more than", "not more than", "no later than", "at most", "a maximum of", "up to")

#: What stands before the charge, behind whom it is laid against: "charged with murder", "blamed for the raid".
CHARGED = frozenset({"with", "of", "for", "over"})
#: What stands before what is praised or backed: "thanked for the help", "support for the plan".
PRAISED = frozenset({"for", "on", "over", "at", "with"})
#: What stands behind a verb before what is decided, agreed on or asked.
BEHIND_VERB = {
    "DECIDE": frozenset({"to", "on"}),
    "AGREE": frozenset({"to", "on", "with"}),
    "REQUEST": frozenset({"to", "for"}),
}
#: What stands before an office that is given, or taken.
POSTS = {"appoint": frozenset({"as", "to"}), "dismiss": frozenset({"as", "from"})}
BEHIND = {"ACCUSE": CHARGED, "SUPPORT": PRAISED, "AGREE": frozenset({"with"})}
#: What stands behind a noun before what it is about ("ruling on", "allegations over"), and before what leads to it and
#: is left out of it.
ABOUT = frozenset({"of", "for", "on", "about", "over", "concerning", "regarding"})
TURNED_TO = {
    "ACCUSE": frozenset({"into"}),
    "AGREE": frozenset({"to"}),
    "DECIDE": frozenset({"against"}),
    "REJECT": frozenset({"to"}),
}
LEADING = frozenset({"of", "on", "about", "over", "into", "to", "as", "concerning", "regarding"})
#: What a ruling does ("an order barring …", "a ruling that allows …"): its verb begins the content.
RULED = word_list("contents_ruled")
TIME = frozenset({"date", "time"})
#: "In accordance with the order", and what is done on somebody's orders.
ACCORD = frozenset({"accord", "accordance", "compliance", "keeping", "line"})
ORDERS = frozenset({"command", "direction", "instruction", "order"})
#: Papers that are for something: "pass a bill to cut costs".
PAPERS = word_list("contents_papers")


def content_of(telling: Telling, digest: Digest) -> Words | None:
    """The clause or object that says what is decided, asked for, promised or praised; not merely to whom or by whom."""
    if telling.type not in WITH_CONTENT:
        return None
    heads = telling.content or _heads(telling, digest)
    if not heads:
        done = _done_on_it(telling.head) if telling.type == "DECIDE" else []
        return _words(done, digest) if done else None
    tokens = [t for t in _tokens(heads[0], telling) if not t.is_space and not _outside(t, telling)]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    own = tokens[0] in telling.tokens and tokens[0].dep_ in ("case", "mark") and tokens[0].lower_ != "to"
    if len(tokens) > 1 and (own or tokens[0].lower_ in _left_out(heads[0], telling)):
        tokens = tokens[1:]
    return _words(tokens, digest) if tokens else None


def _left_out(head: Token, telling: Telling) -> frozenset[str]:
    """The prepositions that are no part of a content that begins with them."""
    of_noun = (not syntax.is_verb(head.head) or telling.mode == "appoint") and not _is_infinitive(head)
    return BEHIND.get(telling.type or "", frozenset()) | (LEADING if of_noun else frozenset())


def _heads(telling: Telling, digest: Digest) -> list[Token]:
    """The words that head the content, less those that only stand for somebody."""
    if telling.mode in ("appoint", "dismiss"):
        return _post(telling)
    found = _praised(telling, digest) if telling.type == "SUPPORT" else _content_heads(telling, digest)
    sides = {*telling.actors, *telling.recipients}
    return [t for t in found if not (_is_pronoun(t) or (t in sides and _is_somebody(t, digest)))]


def _tokens(head: Token, telling: Telling) -> list[Token]:
    """The words of the content: without the clause that tells the act of it ("the tenure that was denied"), with what a
    paper is for.
    """
    found = list(head.subtree)
    event = next((t for t in (telling.head, *telling.head.ancestors) if t.head.i == head.i), None)
    if event is not None and event.i != head.i:
        apart = {*event.subtree, *syntax.children(head, "case")}
        found = [t for t in found if t not in apart]
    return found


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in token.children)


def _is_pronoun(token: Token) -> bool:
    return token.pos_ == "PRON" and not any(c.dep_.startswith(("acl", "nmod")) for c in token.children)


def _content_heads(telling: Telling, digest: Digest) -> list[Token]:
    head = telling.head
    if not syntax.is_verb(head):
        return _of_predicate(telling, digest) or _of_noun(head, telling, digest)
    objects = [t for t in syntax.logical_objects(head) if t not in telling.tokens]
    papers = [t for t in objects if telling.type == "DECIDE" and lemma(t) in PAPERS]
    if papers:
        return papers
    clauses = syntax.clause_complements(head)
    clauses += [c for c in head.children if c.dep_ == "advcl" and (syntax.of_whom(c, head) or _behind_particle(c))]
    clauses = [c for c in clauses if c not in telling.tokens or telling.type == "REJECT"]  # "refused to comply"
    if clauses:
        return clauses
    sides = {*telling.actors, *telling.recipients}
    things = [t for t in objects if not (_is_pronoun(t) or (t in sides and _is_somebody(t, digest)))]
    own = [t for t in telling.tokens if t.i != head.i and t.pos_ in ("NOUN", "PROPN")]
    if own and not (things and own[0].dep_ == "obl"):
        return _of_own(own, telling, digest)
    charges = [c for t in telling.tokens for c in syntax.children(t, "obl") if syntax.case_of(c) in CHARGED]
    if lemma(head) in OF_SOMEBODY:  # "accused [Town] of piracy", where the parse made it a part of the name
        charges = charges or [c for t in objects for c in syntax.children(t, "nmod") if syntax.case_of(c) == "of"]
    if telling.type == "ACCUSE" and charges:
        return charges
    wanted = [c for c in syntax.children(head, "obl", "obj") if syntax.case_of(c) == "for" and c.ent_type_ not in TIME]
    if telling.type == "REQUEST" and wanted and any(t.lower_ == "for" for t in telling.tokens):
        return wanted
    return things or _behind_own(telling, digest) or syntax.children(head, "obj")


def _behind_particle(gerund: Token) -> bool:
    """ "Ruled out sending troops"."""
    first = gerund.left_edge.i
    return gerund.tag_ == "VBG" and first > 0 and gerund.doc[first - 1].dep_ == "compound:prt"


def _of_predicate(telling: Telling, digest: Digest) -> list[Token]:
    """ "Is ready to leave", "are committed to closing the camp"."""
    if telling.head.pos_ != "ADJ":
        return []
    return syntax.clause_complements(telling.head) or _behind_own(telling, digest)


def _of_noun(noun: Token, telling: Telling, digest: Digest) -> list[Token]:
    """What the noun says is decided, asked for or charged: its clause ("the order to stop", "a ruling that bars …"), or
    what stands behind its preposition, who decides or is asked left out ("the instructions of the President").
    """
    clauses = [c for c in noun.children if c.dep_ in ("ccomp", "xcomp")]
    clauses += [c for c in noun.children if c.dep_ == "acl" and (c.tag_ not in ("VBN", "VBD") or _mark(c) == "that")]
    if clauses:
        return clauses
    ruled = [
        c for c in noun.children if syntax.base(c.dep_) == "acl" and lemma(c) in RULED and not syntax.is_passive(c)
    ]
    if telling.type == "DECIDE" and ruled:
        return ruled
    about = ABOUT | ({"to"} if telling.mode == "pledge" else set()) | TURNED_TO.get(telling.type or "", frozenset())
    behind = [c for c in syntax.children(noun, "nmod", "obl", "acl") if c.i > noun.i and _mark(c) in about]
    behind = [c for c in behind if c not in telling.actors and lemma(c) not in TIMES and not is_day(c)]
    behind += [c for t in behind for c in syntax.children(t, "nmod") if _mark(c) in ("for", "over")]
    return [c for c in behind if not _is_somebody(c, digest)]


def _done_on_it(noun: Token) -> list[Token]:
    """ "The pier was closed" of "on the mayor's orders, the pier was closed": what is done on orders was ordered."""
    phrase = noun
    if noun.head.lower_ == "pursuant" or (noun.dep_ == "nmod" and lemma(noun.head) in ACCORD):
        phrase = noun.head
    case = syntax.case_of(phrase).split(" ")[0]
    told = phrase.i != noun.i or case == "by" or (case in ("on", "under", "at") and lemma(noun) in ORDERS)
    verb = phrase.head
    done = syntax.is_verb(verb) and syntax.is_passive(verb) and syntax.surface_subject(verb)
    if syntax.is_verb(noun) or not told or not done or phrase.dep_ == "obl:agent":
        return []
    whole = verb.head if verb.dep_ == "acl:relcl" else verb
    kept = [t for t in whole.subtree if not (t.is_space or phrase.left_edge.i <= t.i <= phrase.right_edge.i)]
    kept = [t for t in kept if (t.i < phrase.left_edge.i) == (verb.i < phrase.i)]
    return kept[1:] if kept[0].dep_ in ("mark", "cc") else kept


def _of_own(own: list[Token], telling: Telling, digest: Digest) -> list[Token]:
    """What a noun of the act's own words says: "signed [a law on fishing]", "issued an order [to stop]", "asked for
    [help]", "faces [a murder charge]"; a bare "filed a lawsuit" says nothing.
    """
    if lemma(own[0]) in PAPERS:
        return own
    found = _of_noun(own[0], telling, digest)
    found += [c for c in telling.head.children if c.dep_ in ("advcl", "acl") and _is_infinitive(c) and c.i > own[0].i]
    if telling.type == "REQUEST":
        return [c for c in found if c.dep_ == "ccomp" or _is_infinitive(c)] or own
    kinds = [t for t in own if any(c.dep_ in ("compound", "amod") and c not in own for c in t.children)]
    return (
        found
        or _behind_own(telling, digest)
        or ([t for t in own if t.dep_ == "obj"] if telling.type == "REJECT" else kinds)
    )


def _post(telling: Telling) -> list[Token]:
    """The office that somebody is given or loses: "as mayor", "to the board", "named her minister"."""
    held = [*telling.tokens, *telling.recipients, *syntax.prepositional(telling.head, "of")]
    named = syntax.children(telling.head, "xcomp") or syntax.children(telling.head, "obj")
    found = [c for c in named if c.pos_ in ("NOUN", "PROPN") and c not in held and c.ent_type_ != "person"]
    found = found if telling.mode == "appoint" else []
    found += [c for t in held for c in syntax.children(t, "obl", "nmod") if _mark(c) in POSTS[telling.mode or ""]]
    found += [c for c in syntax.clause_complements(telling.head) if _is_infinitive(c)]
    return [c for c in found if lemma(c) not in TIMES and not is_day(c) and c not in telling.actors]


def _behind_own(telling: Telling, digest: Digest) -> list[Token]:
    """ "Closing the camp" of "committed to closing the camp", "more contacts" of "agreed on more contacts", "the
    talks" of "invited them to the talks".
    """
    words = BEHIND_VERB.get(telling.type or "", frozenset()) | {t.lower_ for t in telling.tokens}
    behind = [c for t in telling.tokens for c in syntax.children(t, "obl", "advcl", "nmod") if c.i > telling.head.i]
    behind = [c for c in behind if _mark(c) in words and c.pos_ != "NUM"]
    behind += [c for t in behind for c in syntax.children(t, "acl") if _is_infinitive(c)]  # "called on them to leave"
    asked = telling.recipients if telling.type == "REQUEST" else []
    behind = [c for c in behind if not (c in telling.tokens or c in asked or _is_somebody(c, digest))]
    return [c for c in behind if lemma(c) not in TIMES and not is_day(c)]


def _praised(telling: Telling, digest: Digest) -> list[Token]:
    """ "The accord" of "welcomed the accord", "the help" of "thanked Chad for the help", "the plan" of "support for the
    plan"; whoever is praised or backed is the recipient.
    """
    objects = syntax.logical_objects(telling.head) if syntax.is_verb(telling.head) else []
    things = [t for t in objects if t not in telling.tokens and t.pos_ in ("NOUN", "PROPN")]
    unknown = {t for t in telling.recipients if t.pos_ == "PROPN" and not t.ent_type_}
    things = [t for t in things if not (t in unknown or _is_somebody(t, digest))]
    behind = [c for t in telling.tokens for c in syntax.children(t, "obl", "nmod", "advcl") if c.i > t.i]
    behind = [c for c in behind if c not in telling.recipients]
    return things or [c for c in behind if _mark(c) in PRAISED and lemma(c) not in TIMES]


def _is_somebody(token: Token, digest: Digest) -> bool:
    """Whether the word stands for people, a body or a state."""
    noun = load_nouns().find(token.text, lemma(token))
    entity = digest.by_id.get(digest.entity_at(token) or "")
    kind = entity.kind if entity is not None else None
    known = noun is not None and noun.kind in SOMEBODY
    return token.tag_.startswith(("PRP", "WP")) or kind in SOMEBODY or token.ent_type_ in SOMEBODY or known


def _mark(token: Token) -> str:
    """The preposition before a noun or a gerund."""
    return next((c.lower_ for c in token.children if c.dep_ in ("case", "mark") and c.i < token.i), "")


def _outside(token: Token, telling: Telling) -> bool:
    return token in telling.tokens and token.i == telling.head.i and not telling.content


def conditions_of(telling: Telling, digest: Digest) -> tuple[Words, ...]:
    """Conditional clauses and limits ("only in …") that hang on the event, its clause or its content."""
    heads = [telling.head, *syntax.clause_complements(telling.head)]
    if syntax.base(telling.head.dep_) in ("xcomp", "acl"):
        heads.append(telling.head.head)
    found = [list(c.subtree) for head in heads for c in head.children if _is_condition(c)]
    found += [phrase for head in heads for c in head.children for phrase in _limits(c)]
    adverbs = [c for head in heads for one in syntax.children(head, "obj") for c in one.children if c.lower_ in LIMITS]
    found += [phrase for adverb in adverbs for phrase in _limits(adverb)]
    kept: dict[Span, Words] = {}
    for tokens in found:
        record = _words([t for t in tokens if not t.is_space], digest)
        kept.setdefault(record.spans[0], record)
    return tuple(kept[span] for span in sorted(kept))


def _is_condition(clause: Token) -> bool:
    if syntax.base(clause.dep_) not in ("advcl", "obl", "advmod"):
        return False
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "case", "advmod")]
    if any(mark in CONDITIONS for mark in marks):
        return syntax.base(clause.dep_) != "advmod"
    first = " ".join(t.lower_ for t in list(clause.subtree)[:5] if not t.is_punct)
    return first.startswith(CONDITION_PHRASES)


def _limits(child: Token) -> list[list[Token]]:
    """ "only in the border district", "inside the district only", "for no more than a week": an adverb of limit with
    the phrase that it stands beside, and a phrase that sets how much at the most.
    """
    only = [t for t in child.subtree if t.lower_ in LIMITS and abs(t.i - child.left_edge.i) <= 2]
    if child.lower_ in LIMITS:
        beside = [c for c in child.head.children if syntax.base(c.dep_) in ("obl", "advcl", "obj", "nmod")]
        after = [c for c in beside if c.i > child.i and c.left_edge.i - child.i <= 1]
        before = [c for c in beside if c.right_edge.i == child.i - 1 and syntax.case_of(c)]
        return [sorted([child, *(after or before)[0].subtree])] if after or before else []
    if syntax.base(child.dep_) not in ("obl", "nmod", "advcl", "obj"):
        return []
    phrase = " ".join(t.lower_ for t in list(child.subtree)[:6])
    most = child.left_edge.pos_ == "ADP" and any(limit in phrase for limit in LIMIT_PHRASES)
    return [list(child.subtree)] if only or most else []


def _words(tokens: list[Token], digest: Digest) -> Words:
    """From the first to the last of the tokens that stand together with the first ones; punctuation at the ends left
    out.
    """
    tokens = sorted(set(tokens), key=lambda t: t.i)
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    return words(digest.report.text, (tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
