"""Words that lay a deed to somebody, take it on, or keep it away: what stands where, by the table of ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.responsibility import Way, ways, words
from sayso.codebook.tree import is_nobody
from sayso.extract._blaming.places import at, beside
from sayso.extract._telling.verb_group import negated
from sayso.model import Attitude

#: How many words above are asked whether they make it a question or a condition.
HIGHEST = 6
#: Who a party is not: those who are asked for, and those of whom nothing is known but that they did it.
NO_PARTY = frozenset(
    {"this", "these", "who", "what", "whoever", "which", "that", "those", "people"}
    | {"anyone", "anybody", "somebody", "someone"}
)
#: Places of who does it in a clause.
CLAUSE = frozenset({"doer", "that-doer"})
#: How many sentences before the deed may stand that is only taken up; of "they did it".
BACK = 4
JUST_BEFORE = 1
#: What nobody has done who has not claimed it: "nobody claimed it", "it has not been claimed", "no claim".
UNCLAIMED = frozenset({"claim", "take", "accept"})


@dataclass(frozen=True, slots=True)
class Laid:
    """Words that say who did it, by the tokens that stand for each; `party` is empty where nobody has claimed it."""

    cue: tuple[Token, ...]
    stance: Attitude
    party: tuple[Token, ...]
    by: tuple[Token, ...]
    deed: tuple[Token, ...]
    #: says something only on somebody's word: "had carried out the raid"
    needs_source: bool = False
    #: the party is who does it in a clause: "police believe that rebels had raided it"
    in_clause: bool = False

    @property
    def back(self) -> int | None:
        """How many sentences before the deed may stand at the most; None for anywhere: "no group has claimed it"."""
        if self.stance == "unclaimed" or any(t.lower_ in ("responsibility", "credit") for t in self.cue):
            return None
        return JUST_BEFORE if lemma(self.cue[0]) == "do" else BACK


def laid_in(doc: Doc) -> Iterator[list[Laid]]:
    """What each word may say, of every such word of the text in its order: the likeliest first."""
    for token in doc:
        found = [laid for way in ways().get(lemma(token), ()) if (laid := _by_way(token, way)) is not None]
        found = found or [laid for laid in (_behind(token),) if laid is not None]
        if found:
            yield found


def _by_way(head: Token, way: Way) -> Laid | None:
    if not _has_form(head, way):
        return None
    second = beside(head, way) if way.with_ else None
    if way.with_ and second is None:
        return None
    cue = (head,) if second is None else (head, second)
    deed = at(cue, way.deed, way)
    if (way.needs_deed and not deed) or (way.near.isdisjoint(t.lower_ for t in head.subtree) and way.near):
        return None
    party = [_at_whose_door(t) for t in at(cue, way.party, way) if t not in cue and t not in deed]
    by = [t for t in at(cue, way.by, way) if t not in party and t not in cue]
    said = (*cue, *(c for c in head.children if c.dep_ == "cop" or c.lower_ == way.particle))
    if way.needs_source and (head.dep_ == "acl:relcl" or head.tag_ == "VBG"):
        return None  # "those who did it", "accused of carrying it out"
    laid = _turned(said, way.stance, party, by, deed)
    if laid is None or (way.needs_denial and laid.stance not in ("cleared", "denies")):
        return None
    return replace(laid, needs_source=way.needs_source, in_clause=not CLAUSE.isdisjoint(way.party))


def _at_whose_door(party: Token) -> Token:
    """ "The militia" of "laid the blame at the door of the militia"."""
    if lemma(party) not in ("door", "doorstep", "foot"):
        return party
    return next(iter([*syntax.prepositional(party, "of"), *syntax.possessors(party)]), party)


def _behind(deed: Token) -> Laid | None:
    """ "The front was behind the raid"."""
    case = next((c for c in deed.children if c.dep_ == "case" and c.lower_ == "behind"), None)
    if case is None:
        return None
    if syntax.children(deed, "cop"):
        party = syntax.surface_subject(deed)
    elif lemma(deed.head) in ("be", "stand") and syntax.is_verb(deed.head):
        party = syntax.surface_subject(deed.head)
    else:
        return None
    being = syntax.children(deed, "cop") or [deed.head]
    return _turned((case, *being), "blamed", party, [], [deed])


def _turned(
    cue: tuple[Token, ...], stance: Attitude, party: list[Token], by: list[Token], deed: list[Token]
) -> Laid | None:
    """What it is with its negation; None where nothing is said of anybody."""
    if _is_unreal(cue[0] if cue[0].dep_ != "case" else deed[0]):
        return None
    if stance == "claims" and any(syntax.is_verb(t) and negated(t) for t in deed):
        return None  # "admitted that they had not come under fire"
    stance, denied, by = _denied(cue, stance, by, deed)
    nobody = [t for t in party if _is_nobody(t)]
    party = [t for t in party if t.lower_ not in NO_PARTY and t not in nobody and not (denied and _is_any(t))]
    if _is_unclaimed(cue, stance, party, nobody, denied=denied):
        return Laid(cue, "unclaimed", (), (), tuple(deed))
    if stance == "unclaimed" or not party or (denied and (stance in ("claims", "denies") or by)):
        return None  # "has not claimed", "did not blame the front"
    return Laid(cue, "cleared" if denied else stance, tuple(party), tuple(by), tuple(deed))


def _denied(
    cue: tuple[Token, ...], stance: Attitude, by: list[Token], deed: list[Token]
) -> tuple[Attitude, bool, list[Token]]:
    """The stance, whether it is denied, and who says so: "found not guilty" clears, "pleaded not guilty" denies,
    "nothing ties him to it" and "was wrongly accused" take it back.
    """
    asked = (*cue, *(deed if cue[0].dep_ == "case" else ()))
    if any(c.lower_ == "not" for c in cue[-1].children if lemma(cue[-1]) == "guilty"):
        return ("denies" if stance == "claims" else "cleared"), False, by
    if any(c.lower_ in words("wrongly") for c in cue[0].children):
        return "cleared", False, by
    if any(t.lower_ == "nothing" for t in by):
        return "cleared", False, []
    return stance, any(negated(t) or t.lower_ == "nothing" for t in asked), by


def _is_unclaimed(
    cue: tuple[Token, ...], stance: Attitude, party: list[Token], nobody: list[Token], *, denied: bool
) -> bool:
    if stance == "unclaimed":
        return not denied
    if nobody and stance == "blamed" and not denied:
        return nobody[0].tag_ == "PRP"  # "nobody said that it was behind the blast"
    return stance == "claims" and (bool(nobody) or (lemma(cue[0]) in UNCLAIMED and denied and not party))


def _is_nobody(token: Token) -> bool:
    """ "Nobody", "not a single group", "it" of "nobody said that it had done it"."""
    return is_nobody(token) or any(c.lower_ == "not" for c in token.children) or _is_nobodys_word(token)


def _is_any(noun: Token) -> bool:
    """ "Any group" of "no claim from any group"."""
    return any(c.lower_ in ("any", "either") for c in noun.children if c.dep_ == "det")


def _is_nobodys_word(pronoun: Token) -> bool:
    """ "Nobody said that [it] had done it"."""
    if pronoun.tag_ != "PRP":
        return False
    above = (a for a in islice(pronoun.ancestors, HIGHEST) if syntax.is_verb(a))
    return any(is_nobody(subject) for verb in above for subject in syntax.surface_subject(verb))


def _has_form(head: Token, way: Way) -> bool:
    verb = syntax.is_verb(head)
    if way.pos == "VERB" and not verb:
        return False
    if way.pos == "NOUN" and (verb or head.pos_ not in ("NOUN", "PROPN")):
        return False
    if way.pos == "ADJ" and head.pos_ != "ADJ":
        return False
    if way.particle and not any(c.lower_ == way.particle for c in head.children):
        return False
    if way.under and syntax.base(head.dep_) == "xcomp" and lemma(head.head) == "be":
        return True  # "was to blame"
    return not way.under or any(c.lower_ in way.under for c in head.children if c.dep_ in ("case", "mark"))


def _is_unreal(head: Token) -> bool:
    """Under "if" or "whether", in a question, or yet to come: nobody says that it is so."""
    if head.sent.text.rstrip().endswith("?"):
        return True
    if any(is_nobody(t) for t in syntax.logical_subjects(head)):
        return False  # "nobody has come forward to claim it"
    finite = head.tag_ in ("VBD", "VBP", "VBZ")  # "would never harm them and had no hand in it"
    for token in (head, *islice(head.ancestors, HIGHEST)):
        if {c.lower_ for c in syntax.children(token, "mark")} & words("unclear"):
            return True
        if not finite and any(c.lower_ in words("unreal") for c in syntax.children(token, "aux")):
            return True
        if token.dep_ in ("acl", "ccomp", "csubj", "acl:relcl", "advcl", "parataxis"):
            break
    if not syntax.is_verb(head) and lemma(head) in ("blame", "fault"):
        return False  # "was to blame"
    thought = lemma(head.head) in words("believed")  # "is thought to be the work of"
    return not thought and any(c.tag_ == "TO" for c in syntax.children(head, "mark", "aux"))
