"""Rival counts of one thing: tolls, and with how many missiles.

A later figure takes the place of an earlier one (update); figures of the same moment that cannot both hold contradict
each other, until one side moves; figures of different things differ in scope. Bounds are taken at their word: "at least
19" does not contradict 34.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from sayso.codebook.words import word_list
from sayso.link.accounts import count_account, dispute
from sayso.link.moments import is_day, moment
from sayso.link.records import Account, Dispute, DisputeField, LinkedEvent, TollAccount
from sayso.link.ruled_out import FAR
from sayso.link.told import Told
from sayso.link.voices import voice
from sayso.link.whose import is_denied
from sayso.model import Spans

#: "about 30" holds for what lies within this share of 30
ABOUT = 0.15
#: a figure published so much later is a later figure, in seconds
LATER = 3 * 3600.0
#: figures further apart than so many times count other people
VERY_FAR = 10.0
_INFINITE = float("inf")

#: words for whoever was hit that mean the same as no word at all
PEOPLE = word_list("counts_people")
#: words of which figures are made
NUMBERS = word_list("counts_numbers")
#: those who were there, whoever they are: the only figure of a report that counts them is its toll
_THERE = word_list("counts_there")
#: those who fight for a state, by other words
_SOLDIERS = frozenset({"soldier", "troop", "trooper", "serviceman", "servicemen", "guard", "personnel"})
_ADDED = frozenset({"more", "further", "additional", "other", "another"})


def has_number(account: TollAccount) -> bool:
    """Whether the account gives a number, and not words alone ("many")."""
    return any(number is not None for number in (account.low, account.high, account.best))


def interval(account: TollAccount) -> tuple[float, float]:
    """The least and the greatest number that the account allows: any, where it gives none."""
    low, high, best = account.low, account.high, account.best
    if account.bound == "about" and best is not None:
        return best * (1 - ABOUT), best * (1 + ABOUT)
    if low is None and high is None and best is not None:
        return best, best
    # "vague" low alone ("dozens": 24) is open upwards, as "at least" is
    return (low if low is not None else 0.0), (high if high is not None else _INFINITE)


def _least(account: TollAccount) -> float:
    return interval(account)[0]


def agree(one: TollAccount, other: TollAccount) -> bool:
    """Whether both can hold."""
    (low, high), (least, most) = interval(one), interval(other)
    return low <= most and least <= high


def _is_more(later: TollAccount, earlier: TollAccount) -> bool:
    return _least(later) > _least(earlier)


def is_added(account: TollAccount) -> bool:
    """ "three more bodies": a number to be added to one told before, not a toll of its own."""
    words = account.text.casefold().split()
    return any(word in _ADDED and words[i + 1 : i + 2] != ["than"] for i, word in enumerate(words))


def who(account: TollAccount) -> str:
    """What is counted, in the singular, with its names ("tajik soldier"): "people" for any words that mean no more than
    people.
    """
    words = [word for word in account.who.split() if word.isalpha() and word.casefold() not in NUMBERS]
    head = words[-1].casefold() if words else "people"
    if head in PEOPLE:
        return "people"
    head = head.removesuffix("s")
    names = [word.casefold() for word in words[:-1] if word[0].isupper()]
    return " ".join([*names, "soldier" if head in _SOLDIERS else head])


def supersedes(later: TollAccount, earlier: TollAccount) -> bool:
    """Whether an account takes the place of an earlier one.

    It is later by hours (on a later day, where one has no hour, or the same where it says what the toll has come to),
    and either from the same source or a count that has grown, as counts of the dead do; or a report corrects what its
    outlet had told before.
    """
    if later.report == earlier.report and earlier.recalled:
        return not later.recalled
    if later.published is None or earlier.published is None:
        return False
    grown = _is_more(later, earlier)
    if is_day(later.published) or is_day(earlier.published):
        days = later.published[:10], earlier.published[:10]
        if days[0] < days[1] or (days[0] == days[1] and not (grown and later.scope == "cumulative")):
            return False
    elif moment(later.published) - moment(earlier.published) < LATER:
        return False
    return grown or _of_one_body(later, earlier)


def _source(account: TollAccount) -> tuple[str, ...]:
    chain = tuple(link.text.casefold() for link in account.according_to)
    return chain or ((account.outlet or account.report).casefold(),)


def _of_one_body(one: TollAccount, other: TollAccount) -> bool:
    """Whether both are on the word of one: "the health ministry of Togo", "Togo's health ministry", its spokesman."""
    if not (one.according_to and other.according_to):
        return _source(one) == _source(other)
    return voice(one.according_to[-1].text).is_of_body(voice(other.according_to[-1].text))


def toll_disputes(event: LinkedEvent, field: DisputeField, accounts: Sequence[TollAccount]) -> Iterable[Dispute]:
    """The disputes over one effect: rival and later figures of one group, and figures of different scope."""
    told = without_parts(_without_repeats(a for a in accounts if has_number(a) and not is_added(a)))
    groups: dict[tuple[str, str], list[TollAccount]] = defaultdict(list)
    for account in told:
        groups[scope_of(account, told), who(account)].append(account)
    _merge(groups)
    _take_for_people(groups)
    for (scope, counted), group in groups.items():
        of = "" if (scope, counted) == ("event", "people") else f"{scope} {counted}"
        yield from _updates_and_contradictions(event, field, group, of)
    yield from _scopes(event, field, groups)


def _merge(groups: dict[tuple[str, str], list[TollAccount]]) -> None:
    """ "Soldiers" beside "Ardan soldiers" alone are theirs; beside two nations' they may be anybody's."""
    for scope, counted in list(groups):
        named = [key for key in groups if key[0] == scope and key[1].endswith(f" {counted}")]
        if len(named) == 1:
            groups[named[0]] = sorted(groups[named[0]] + groups.pop((scope, counted)), key=_when)


def _take_for_people(groups: dict[tuple[str, str], list[TollAccount]]) -> None:
    """ "16 villagers" is the toll of a report that counts nobody else, or "at least 16 people" and no more, and stands
    beside the "24 people" of others.
    """
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (_, whom), group in groups.items():
        for account in group:
            counted[account.report][whom] = max(counted[account.report][whom], _least(account))

    def is_toll(account: TollAccount, whom: str) -> bool:
        others = counted[account.report]
        parts = [count for key, count in others.items() if key not in (whom, "people")]
        whole = not parts or sum(parts) == _least(account)  # "four aid workers", "two drivers and two nurses"
        return whole and _least(account) >= max(others.values())

    for scope, whom in [key for key in groups if key[1].split()[-1] in _THERE]:
        group = groups.pop((scope, whom))
        whole = [a for a in group if is_toll(a, whom)]
        if whole:
            groups[scope, "people"] = sorted([*groups.get((scope, "people"), []), *whole], key=_when)
        if len(whole) < len(group):
            groups[scope, whom] = [a for a in group if a not in whole]


def _when(account: TollAccount) -> tuple[float, bool, Spans]:
    return moment(account.published), account.syndicated_from is not None, account.spans


def scope_of(account: TollAccount, accounts: Sequence[TollAccount]) -> str:
    """What an account counts: the event, or more than that.

    A running toll of the event ("has risen to 11") counts what the others count; one many times theirs does not.
    """
    single = [interval(a) for a in accounts if a.scope == "event" and who(a) == who(account)]
    if account.scope == "event" or not single:
        return "event"
    low, high = interval(account)
    near = any(low <= FAR * max(most, 1.0) and least <= FAR * max(high, 1.0) for least, most in single)
    return "event" if near else "cumulative"


def of_the_event(accounts: Sequence[TollAccount]) -> list[TollAccount]:
    """The accounts that count all victims of this event: no total of many events, and no part ("two children") where a
    report counts people.
    """
    if len(accounts) == 1:
        return list(accounts)
    told = [a for a in accounts if has_number(a)]
    counted = [a for a in told if scope_of(a, told) == "event"]
    people = [a for a in counted if who(a) == "people"]
    return people or counted


def parted(accounts: Sequence[TollAccount]) -> tuple[list[TollAccount], list[TollAccount]]:
    """Those that count all victims of the event, or people in words alone; and what is counted apart from them: groups,
    and totals of more than the event.
    """
    told = of_the_event(accounts)
    whole = [a for a in accounts if not told or a in told or (not has_number(a) and who(a) == "people")]
    return whole, [a for a in accounts if a not in whole]


def _without_repeats(accounts: Iterable[TollAccount]) -> list[TollAccount]:
    """One of each: a copy that says the same as its origin is no account of its own."""
    kept: dict[object, TollAccount] = {}
    for account in sorted(accounts, key=_when):
        origin = account.syndicated_from or account.report
        kept.setdefault((origin, account.scope, who(account), interval(account)), account)
    return list(kept.values())


def without_parts(accounts: Sequence[TollAccount]) -> list[TollAccount]:
    """Without what one source counts less in one report: "the toll rose to 13 after four people died in hospital"."""
    most: dict[object, float] = defaultdict(float)
    for a in accounts:
        most[a.report, _source(a), who(a), a.recalled] = max(most[a.report, _source(a), who(a), a.recalled], _least(a))
    return [a for a in accounts if not _least(a) < most[a.report, _source(a), who(a), a.recalled]]


def _updates_and_contradictions(
    event: LinkedEvent, field: DisputeField, accounts: Sequence[TollAccount], of: str
) -> Iterable[Dispute]:
    """Of accounts that count the same thing; `of` tells it from the other things that are counted in that field."""
    accounts = sorted(accounts, key=lambda a: (moment(a.published), a.report, not a.recalled))
    updates, rivals = _unmoved(accounts, *_compared(accounts))
    if updates:
        members = sorted({i for pair in updates for i in pair})
        yield dispute(event, field, "update", [account_of(accounts[i]) for i in members], of=of, is_open=False)
    if rivals:
        replaced = {one for one, _ in updates}
        is_open = any(not replaced & set(pair) for pair in rivals)
        members = sorted({i for pair in rivals for i in pair} - _spoken_for(accounts, updates, rivals))
        yield dispute(event, field, "contradiction", [account_of(accounts[i]) for i in members], of=of, is_open=is_open)


Pairs = list[tuple[int, int]]


def _compared(accounts: Sequence[TollAccount]) -> tuple[Pairs, Pairs]:
    """The pairs of which the later account takes the place of the earlier, and those that cannot both hold."""
    updates: Pairs = []
    rivals: Pairs = []
    outlets = {account.outlet.casefold() for account in accounts if account.outlet}
    for one, other in combinations(range(len(accounts)), 2):
        earlier, later = accounts[one], accounts[other]
        if _one_breath(earlier, later) or _told_over(earlier, later, outlets):
            continue
        if _far_apart(earlier, later):
            continue
        if not agree(earlier, later):
            (updates if supersedes(later, earlier) else rivals).append((one, other))
        elif earlier.bound == "at_least" and _is_more(later, earlier) and supersedes(later, earlier):
            updates.append((one, other))  # "at least nine", then twelve: both hold
    return updates, rivals


def _unmoved(accounts: Sequence[TollAccount], updates: Pairs, rivals: Pairs) -> tuple[Pairs, Pairs]:
    """The same; who counts less than others of that time is at odds with whoever counts more later, too, until he says
    so himself: a toll that has grown is no answer to one that was never granted. Nor has a figure taken the place of
    one that somebody holds against it.
    """
    own = {(i, j) for i, j in updates if _is_of_one_source(accounts[i], accounts[j])}
    stands = {min(pair, key=lambda i: _least(accounts[i])) for pair in rivals} - {i for i, _ in own}
    rivals = [*rivals, *((i, j) for i, j in updates if i in stands and not agree(accounts[i], accounts[j]))]
    at_odds = {(interval(accounts[i]), j) for pair in rivals for i, j in (pair, pair[::-1])}
    others = (pair for pair in updates if pair not in own)
    held = {(i, j) for i, j in others if i in stands or (interval(accounts[i]), j) in at_odds}
    return [pair for pair in updates if pair not in held], rivals


def _spoken_for(accounts: Sequence[TollAccount], updates: Pairs, rivals: Pairs) -> set[int]:
    """Those in whose place another's greater count is at odds with the same: they are told of in the update."""
    opposed: dict[int, set[int]] = defaultdict(set)
    for one, other in rivals:
        opposed[one].add(other)
        opposed[other].add(one)
    moved = {one for one, later in updates if _is_of_one_source(accounts[one], accounts[later])}
    return {
        one
        for one, later in updates
        if one not in moved
        and opposed[one]
        and opposed[one] <= opposed[later]
        and _is_more(accounts[later], accounts[one])
    }


def _is_of_one_source(one: TollAccount, other: TollAccount) -> bool:
    return _of_one_body(one, other) or (one.report == other.report and one.recalled)


def _far_apart(one: TollAccount, other: TollAccount) -> bool:
    """Whether one counts so many times the other that they count other people."""
    least, most = sorted(_least(a) or interval(a)[1] for a in (one, other))
    return most > VERY_FAR * max(least, 1.0)


def _one_breath(one: TollAccount, other: TollAccount) -> bool:
    """Two figures of one report on one source's word are parts of one account, not rivals."""
    return one.recalled == other.recalled and one.report == other.report and _source(one) == _source(other)


def _told_over(one: TollAccount, other: TollAccount, outlets: Set[str]) -> bool:
    """Whether a figure is that of an earlier report: what an outlet says that another one told speaks in that one's own
    report, and what was told "at first" is no rival of other reports' figures.
    """
    return any(_is_passed_on(a, outlets) for a in (one, other)) or (
        one.report != other.report and (one.recalled or other.recalled)
    )


def _is_passed_on(account: TollAccount, outlets: Set[str]) -> bool:
    others = outlets - {(account.outlet or "").casefold()}
    return any(link.text.casefold() in others for link in account.according_to)


def _scopes(
    event: LinkedEvent, field: DisputeField, groups: Mapping[tuple[str, str], Sequence[TollAccount]]
) -> Iterable[Dispute]:
    """Reports that count different things and nothing in common."""
    by_report: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key, accounts in groups.items():
        for account in accounts:
            by_report[account.report].add(key)
    apart = {
        key
        for one, other in combinations(by_report.values(), 2)
        if not one & other
        for key in one | other
    }  # fmt: skip
    shown = [account_of(groups[key][0]) for key in groups if key in apart]
    if len({account.value for account in shown}) > 1:
        yield dispute(event, field, "scope", shown, is_open=False)


def account_of(toll: TollAccount) -> Account:
    """A toll as one side of a dispute or a change, its figure as `shown` writes it."""
    return Account(
        value=shown(toll),
        text=toll.text,
        report=toll.report,
        event=toll.event,
        outlet=toll.outlet,
        published=toll.published,
        according_to=toll.according_to,
        spans=toll.spans,
    )


def shown(toll: TollAccount) -> str | float | None:
    """The figure as a number where it is one, else with its bound: "≥ 19", "40–45", "~ 30"."""
    low, high, best = (None if n is None else f"{n:,.10g}" for n in (toll.low, toll.high, toll.best))
    if toll.bound == "exact":
        return toll.best
    if low and high:
        return f"{low}–{high}"
    if best:
        return f"~ {best}"
    if low:
        return f"{'>' if toll.strict else '≥'} {low}"
    return f"{'<' if toll.strict else '≤'} {high}" if high else None


# ---- with how many


def rival_arms(event: LinkedEvent, told: Sequence[Told]) -> Iterable[Dispute]:
    """Accounts that put the number of missiles, drones or shells of one attack differently."""
    groups: dict[str, list[TollAccount]] = defaultdict(list)
    for t in told:
        for words in t.event.instruments:
            quantity = t.counting(words)
            if quantity is not None and quantity.of and not is_denied(t):
                thing = quantity.of.casefold().split()[-1].removesuffix("s")
                groups[thing].append(count_account(t, quantity, quantity, who=words.text))
    for thing, accounts in groups.items():
        sourced = {account.report for account in accounts if account.according_to}
        # what a report counts on its own word beside what a source counts are parts of it ("one bullet" of seven)
        whole = [a for a in accounts if not is_added(a) and (a.according_to or a.report not in sourced)]
        yield from _updates_and_contradictions(event, "instruments", _without_repeats(whole), thing)
