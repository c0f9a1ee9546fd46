"""The sides of an event as the language model has them, over what the rules found.

The rules know constructions; the model has read how reports tell who does what to whom. It sees the vote of the rules
as one feature among others and may put a noun of the sentence on a side, take it off, or move it to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np
from spacy.tokens import Span, Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, words_for
from sayso.codebook.grammar import DATING
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.tree import name_around
from sayso.codebook.voice import form_of
from sayso.codebook.words import word_list
from sayso.digest.pairs import ROLES, Pairs
from sayso.extract._saying.names import names_in
from sayso.extract._sides.arguments import TO_THINGS, was_there
from sayso.extract._sides.around import is_aside, is_in_content, strangers
from sayso.extract._sides.blame import accusers, blamed_for, is_only_believed
from sayso.extract._sides.counted import is_some_of_them
from sayso.extract._sides.done_to import is_opposed
from sayso.extract._sides.incident_roles import is_source
from sayso.extract._sides.listed import first_of_list
from sayso.extract._sides.participants import Places, is_casualty
from sayso.extract._sides.phrases import through_partitive
from sayso.extract._sides.subject_matter import leave_sufferers, suffers
from sayso.extract._sides.turned_to import is_to_undergo, turns_to_nobody
from sayso.extract._telling.telling import HARMS, Telling

SAYING = word_list("when_where_saying")
#: Types of words about others.
OF_OTHERS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
#: Pronouns and determiners that can stand for somebody.
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "DT", "NN"})
#: Parts of names and set phrases: the word that they hang on stands for them.
INNER = frozenset({"flat", "fixed", "goeswith"})
ARGUMENTS = frozenset({"nsubj", "obj", "obl", "iobj"})
#: By how much, in log odds, the model must be surer than the rules: where they found nobody for a side, else, and to
#: turn an event round.
UNFILLED, SURER, TURNED = 0.5, 2.0, 3.0
#: By how much it must be surer of nobody than of the rules' recipient, and in which types, where they find too many:
#: chosen on marks by eye (`training/data/parties.tsv`; docs/events-rules.md).
NOBODY = 4.0
TOO_MANY = frozenset({"ACCUSE", "CONCEDE", "REQUEST"})
#: Conjunctions of what goes on beside an event.
MEANWHILE = frozenset({"as", "while", "whereas", "although", "though", "because", "since", "until", "before"})
AFTER = MEANWHILE | {"after", "when", "once"}
#: With these a clause beside the event may begin: "with two members abstaining", too.
BESIDE = MEANWHILE | {"with"}
#: How far above an event the clause that it stands in may begin.
HIGH = 3
#: Types of which both sides may be actors.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Steps in the parse up to which a way is a feature, and upper bounds of distances in words.
LONGEST = 5
DISTANCES = (2, 4, 8, 16)


def revise_sides(tellings: Sequence[Telling], codebook: Codebook) -> None:
    """Actors, recipients and instruments of events with a type, in place, where the document has scores for them."""
    nouns: dict[int, list[Token]] = {}
    sentences: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        sentences[telling.head.sent.start].append(telling)
    places = Places(codebook)
    triggers = {token.i: telling for telling in tellings if telling.kind is not None for token in telling.tokens}
    for telling in tellings:
        sides: Pairs | None = telling.head.doc.user_data.get("sides")
        undergone = telling.frame is not None and telling.frame.recipients == ("subject",) and telling.recipients
        if sides is None or telling.kind is None or undergone:  # "the baker won the seat"
            continue
        sentence = telling.head.sent
        if sentence.start not in nouns:
            nouns[sentence.start] = candidates(sentence)
        if beside := nouns[sentence.start]:
            free = {t.i for t in beside if t.i not in triggers and t.pos_ != "NUM"}
            elsewhere = {t.i for t in beside if _acts_meanwhile(t, telling) or _acts_after(t, telling)}
            able = free - elsewhere - {t.i for t in beside if is_casualty(t)}
            able -= {t.i for t in beside if suffers(t, telling)}
            able -= accusers(telling, sentences[sentence.start]) | {t.i for t in beside if is_only_believed(t, telling)}
            able -= _harmed(telling, sentences[sentence.start]) | {t.i for t in strangers(telling)}
            able -= _who_let(telling) | {t.i for t in beside if _only_says(t, telling)}
            hit = {t.i for t in beside if t.i in free and _may_be_hit(telling, t, places)}
            aside = {t.i for t in beside if is_aside(t, telling) or was_there(t, telling, triggers)}
            if telling.type in OF_OTHERS and not syntax.is_verb(telling.head):
                able -= {t.i for t in beside if is_in_content(t, telling)}
            aside |= {t.i for t in beside if _is_of_later_deed(t, telling, triggers)}
            able, hit = able - aside, hit - aside - {t.i for t in beside if _is_of_doer(t, telling)}
            _revise(telling, beside, sides, {"actor": able, "recipient": hit, "instrument": free})
    leave_sufferers(tellings)


def _may_be_hit(telling: Telling, token: Token, places: Places) -> bool:
    """Somebody; a thing where the type befalls things, too; nobody who is only spoken of."""
    if turns_to_nobody(telling) or is_to_undergo(first_of_list(token), telling):
        return False
    things = telling.kind is not None and telling.kind.recipient_is == "thing"
    done_to = (telling.type, telling.mode) in TO_THINGS and telling.type != "PROTEST"
    return things or done_to or places.is_agent(token)


def _harmed(telling: Telling, sentence: Sequence[Telling]) -> set[int]:
    """ "Nine" of "nine were killed in protests": whom another deed of the sentence killed or hurt."""
    if telling.frame is None or telling.frame.reciprocal:
        return set()
    others = (t for t in sentence if t is not telling and t.frame and t.frame.toll in HARMS)
    return {one.i for t in others for one in t.recipients}


def _who_let(telling: Telling) -> set[int]:
    """ "We" of "we will not allow the rebels to regroup": who has others do it, where the rules know that they do."""
    head = telling.head
    if head.dep_ != "xcomp" or head.tag_ != "VB" or not syntax.is_verb(head.head) or not telling.actors:
        return set()
    theirs = {t.i for one in syntax.children(head.head, "obj", "iobj") for t in syntax.conjuncts(one)}
    others = {t.i for t in telling.actors} <= theirs
    return {t.i for t in syntax.logical_subjects(head.head)} if others else set()


def _only_says(token: Token, telling: Telling) -> bool:
    """ "Residents" of "fighting broke out, residents said": who says so and bears no arms."""
    unarmed = not token.ent_type_ and lemma(token) not in words_for("armed")
    return telling.type == "ASSAULT" and unarmed and is_source(token) and token.head.i != telling.head.i


def _is_of_doer(token: Token, telling: Telling) -> bool:
    """ "UN" of "the UN rapporteur dismissed it": before the noun of who acts."""
    return token.dep_ in ("compound", "amod") and token.i < token.head.i and token.head in telling.actors


def _acts_meanwhile(token: Token, telling: Telling) -> bool:
    """ "Rebels" of "the summit opened as rebels closed in": who does something else in a clause beside the event."""
    verb = token.head
    while verb.dep_ in ("xcomp", "conj") and syntax.is_verb(verb.head):
        verb = verb.head
    beside = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in BESIDE for c in verb.children)
    own = verb in telling.tokens or verb.is_ancestor(telling.head)
    return token.dep_ in syntax.SUBJECTS and beside and not own


def _acts_after(token: Token, telling: Telling) -> bool:
    """ "The mayor" of "the mayor flew home after a bomb went off": who only does something else because of it, over a
    clause with a subject of its own.
    """
    above = [telling.head, *islice(telling.head.ancestors, HIGH)]
    clause = next((t for t in above if t.dep_ == "advcl" and syntax.children(t, "nsubj", "nsubj:pass")), None)
    if clause is None or token.dep_ not in syntax.SUBJECTS or token.head.i != clause.head.i:
        return False
    return any(c.lower_ in AFTER for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i)


def _is_of_later_deed(token: Token, telling: Telling, triggers: Mapping[int, Telling]) -> bool:
    """ "Five guards" of "a bomber killed five guards, days after a raid": of what the noun only dates."""
    noun = telling.head
    verb = noun.head
    if syntax.is_verb(noun) or syntax.case_of(noun) not in DATING or verb.i not in triggers or syntax.is_passive(verb):
        return False
    return token in syntax.logical_subjects(verb) or token in syntax.logical_objects(verb)


def _revise(telling: Telling, beside: list[Token], sides: Pairs, fit: dict[str, set[int]]) -> None:
    features = [features_of(telling, token) for token in beside]
    scores = sides.scores(telling.head.i, [token.i for token in beside], features)
    judged = {word.i for token in beside for word in name_around(token)}
    groups = (telling.actors, telling.recipients, telling.instruments)
    kept = [[t for t in group if t.i not in judged] for group in groups]
    for token, of_token in zip(beside, scores, strict=True):
        voted, best = vote(telling, token), ROLES[int(of_token.argmax())]
        gap = of_token[ROLES.index(best)] - of_token[ROLES.index(voted)]
        new = gap > _margin(telling, token, voted, best) and (voted != ROLES[0] or token.i in fit[best])
        role = best if new else voted
        if role == voted != ROLES[0]:
            kept[ROLES.index(role) - 1] += [w for w in name_around(token) if w in groups[ROLES.index(role) - 1]]
        elif role != ROLES[0]:  # with those that stand in one list with it
            kept[ROLES.index(role) - 1] += [through_partitive(t) for t in syntax.conjuncts(first_of_list(token))]
    telling.actors, telling.recipients, telling.instruments = (
        sorted(dict.fromkeys(group), key=lambda t: t.i) for group in kept
    )


def _margin(telling: Telling, token: Token, voted: str, best: str) -> float:
    """By how much the model must be surer of another part than of the one that the rules give."""
    if voted == "recipient" and (_is_owned(token) or _is_given(telling) or _is_shared(token, telling)):
        return np.inf
    if best == "actor" and _undergoes(telling, token):
        return np.inf
    if not (_actor_is_open(telling, token) if voted == "actor" else _is_open(telling, voted, best)):
        return np.inf
    if {voted, best} == {"actor", "recipient"}:
        return TURNED
    if (voted, best) == ("recipient", ROLES[0]) and telling.type in TOO_MANY:
        return np.inf if _is_plainly_hit(token) else NOBODY
    empty = (best == "actor" and not telling.actors) or (best == "recipient" and not telling.recipients)
    return UNFILLED if voted == ROLES[0] and empty else SURER


def _is_plainly_hit(token: Token) -> bool:
    """ "Promised to send grain to Mali", "a summit with Mali", "demanded their exit", "lifted the anti-Mali levy",
    "complained about the Malian raids": words say that it is turned to them.
    """
    turned = syntax.case_of(first_of_list(token)) in ("to", "with")
    return turned or token.tag_ in ("PRP$", "JJ") or is_opposed(token)


def _is_shared(token: Token, telling: Telling) -> bool:
    """ "The town" of "shelled and captured the town", which the parse hangs on one of the two."""
    one, other = token.head, telling.head
    joined = one.i != other.i and (
        one.head == other if one.dep_ == "conj" else other.dep_ == "conj" and other.head == one
    )
    return token.dep_ == "obj" and joined


def _is_given(telling: Telling) -> bool:
    """ "Received a loan", "will succeed him": words whose subject does nothing, but gets something."""
    return telling.frame is not None and telling.frame.recipients == ("subject",)


def _undergoes(telling: Telling, token: Token) -> bool:
    """ "A panel would be set up": the subject of a passive does nothing, but where the frame says that it does ("we are
    resolved to leave").
    """
    active = telling.mode == "pledge" or (telling.frame is not None and "patient" in (telling.frame.actors or ()))
    undergoes = token.dep_ == "nsubj:pass" or (token.dep_ == "nsubj" and syntax.is_passive(token.head))
    return undergoes and token.head in telling.tokens and not active


def _is_owned(token: Token) -> bool:
    """ "The home of the judge": what was hit is the thing, whosever it is."""
    return token.pos_ == "NOUN" and bool(syntax.prepositional(token, "of") or syntax.children(token, "nmod:poss"))


def _actor_is_open(telling: Telling, token: Token) -> bool:
    """Not whose people, ship or arms they are that act ("Chadian gunboats"), who says that it was he, nor the sides of
    a fight, nor whom the frame has act in the passive ("is expected in Gao").
    """
    if token.dep_ == "nsubj:pass" and telling.frame is not None and "patient" in (telling.frame.actors or ()):
        return False
    theirs = token.head in telling.actors + telling.instruments and syntax.base(token.dep_) != "conj"
    theirs = theirs or token in blamed_for(telling.head)
    return not theirs and not (telling.frame is not None and telling.frame.reciprocal)


def _is_open(telling: Telling, voted: str, best: str) -> bool:
    """Whether the model may speak against the rules: not where these follow what PLOVER counts as a side and marks by
    eye do not, such as the place of a protest or whose plan is refused.
    """
    if telling.kind is not None and telling.kind.recipient_is == "thing":
        return (voted, best) != ("instrument", "actor")
    if voted == "recipient":
        off = best == ROLES[0] and telling.type in TOO_MANY
        return off or (best == "actor" and telling.type not in MUTUAL)
    return voted == ROLES[0] and (best != "recipient" or not telling.recipients)


def candidates(sentence: Span) -> list[Token]:
    """The words of a sentence that may stand for somebody or something in an event: one of each name, nouns, pronouns,
    and words of other kinds as subjects and objects.
    """
    found = [sentence.doc[name.start : name.end] for name in names_in(sentence)]
    names = {t.i: name.root.i for name in found for t in name}
    return [t for t in sentence if (names[t.i] == t.i if t.i in names else _may_stand_for(t))]


def _may_stand_for(token: Token) -> bool:
    relation = syntax.base(token.dep_)
    if is_some_of_them(token):
        return False  # "two" of "two of its members": the rules say who is meant
    if token.pos_ in ("NOUN", "PROPN"):
        return relation not in INNER
    if token.pos_ == "PRON":
        return token.tag_ in PRONOUNS and relation != "expl"
    return token.tag_ == "WDT" or (token.pos_ in ("NUM", "ADJ", "DET") and relation in ARGUMENTS)


def vote(telling: Telling, token: Token) -> str:
    """What the rules take the word, or a word of the name that it stands for, for."""
    groups = (telling.actors, telling.recipients, telling.instruments)
    words = [*name_around(token), *([token.head] if is_some_of_them(token.head) else [])]
    found = (role for role, group in zip(ROLES[1:], groups, strict=True) if any(word in group for word in words))
    return next(found, ROLES[0])


def features_of(telling: Telling, token: Token) -> list[str]:
    """What may tell the part of a word in an event, as strings; each alone and with the type of the event."""
    head, kind = telling.head, _kind(token)
    type_, mode = telling.type or "", f"{telling.type}/{telling.mode}"
    form, voted, relation = form_of(head), vote(telling, token), syntax.base(token.dep_)
    case, order = syntax.case_of(token), "<" if token.i < head.i else ">"
    far = order + str(sum(abs(token.i - head.i) >= bound for bound in DISTANCES))
    inner = f"{int(token.i < token.head.i)}{relation}"
    plain = [f"vote={voted}", f"kind={kind}", f"far={far}", f"case={case}", f"rel={relation}", *way_of(telling, token)]
    found = ["", f"type={type_}", f"mode={mode}", f"form={form}", f"tag={token.tag_}", f"above={token.head.pos_}"]
    found += plain + [f"{name}|{type_}" for name in plain]
    found += [f"vote={voted}|{mode}", f"vote={voted}|{kind}", f"form={form}|{order}", f"case={case}|{order}{form[:1]}"]
    found += [f"in={inner}|{kind}", f"word={lemma(head)}|{order}", f"word={lemma(head)}|{relation}"]
    if relation == "nsubj" and lemma(token.head) in SAYING:
        found.append("says")
    return found


def _kind(token: Token) -> str:
    """The kind of a name or noun; a pronoun itself."""
    if token.ent_type_:
        return token.ent_type_
    if token.pos_ == "PRON":
        return token.lower_
    noun = load_nouns().find(token.text, lemma(token))
    return noun.kind.upper() if noun else token.pos_


def way_of(telling: Telling, token: Token) -> list[str]:
    """How the word hangs on the event: the way up from the telling words and down to it, the shortest there is."""
    up, down = min((_path(word, token) for word in telling.tokens), key=lambda way: len(way[0]) + len(way[1]))
    way, form, case = "^".join(up) + ">" + ">".join(down), form_of(telling.head), syntax.case_of(token)
    first, length = "".join(down[:1]), len(up) + len(down)
    found = [f"steps={min(length, LONGEST + 2)}", f"up={'^'.join(up[:3])}", f"up={'^'.join(up[:3])}|{first}"]
    found += [f"top={''.join(up[-1:])}{len(up)}", f"down={first}|{form}", f"last={''.join(down[-1:])}"]
    if length <= LONGEST:
        found += [f"way={way}", f"way={way}|{form}", f"way={way}|{case}"]
    return found


def _path(one: Token, other: Token) -> tuple[list[str], list[str]]:
    """Relations from a word up to the lowest common one, and from there down to the other word."""
    above = {word.i: steps for steps, word in enumerate((one, *one.ancestors))}
    below: list[Token] = []
    for word in (other, *other.ancestors):
        if word.i in above:
            ups = [syntax.base(w.dep_) for w in (one, *one.ancestors)][: above[word.i]]
            return ups, [syntax.base(w.dep_) for w in reversed(below)]
        below.append(word)
    return ["apart"], []
