"""What rules out that two tellings are of one event: reality, times, places, sides and figures that cannot meet."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sayso.link.features import ANYBODY, DEEDS, FORCE, WORDS, Features
from sayso.link.moments import DAY, WEEK
from sayso.model import Place

#: reports so near each other, in seconds, may be at odds over who did it, or whether it was done
TOGETHER = 14 * DAY
#: places so near each other may be one
NEAR_KM = 25.0
#: so far apart accounts may have the day on which one ship was hit
DAYS_APART = 2 * DAY
#: two reports are kept apart by their places, or days, where both are right as likely as this (the shares multiplied);
#: else places and days that do not meet take something from the likeness. Tried on all of ECB+ dev and on the stories
#: (docs/linking.md), and on the samples, where without the cost two strikes of one day, on two towns, were one
KEEPS_APART = 0.65
#: a day of which the reader is unsure may be so far off
UNSURE_DAYS = WEEK
#: what is told of more than this, and less than a week, was on some days: no weekend, of which it may be one
SOME_DAYS = 2.5 * DAY
EARTH_KM = 6371.0
#: one toll that is so many times another is hardly the toll of the same event
FAR = 4.0
#: what one and the same figure says for one event
SAME_FIGURE = 1.5
#: types of what is done in one word to a town and to people: "captured the port", "captured nine soldiers"
TAKINGS = {"CONTROL", "COERCE"}
#: acts that are words: said again in other words to somebody else, they are other acts
_SPOKEN = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: how both sides act
CLASH = "clash"


def can_be_one(one: Features, other: Features, *, strictly: bool = False) -> bool:
    """False where times, places or reality rule it out; `strictly` also times and places that are unsure."""
    if not could_be_one(one, other, strictly=strictly):
        return False
    if one.denied != other.denied and not denies(*((one, other) if one.denied else (other, one))):
        return False
    if one.report != other.report and (_goes_on_beside(one, other) or _goes_on_beside(other, one)):
        return False
    if {one.type, other.type} == TAKINGS or (one.lemma != other.lemma and _are_apart(one, other)):
        return False
    if _of_two_sides(one, other) or _of_two_lands(one, other):
        return False
    if _is_one_of_many(one, other) or _is_one_of_many(other, one):
        return False
    if _counts_more_days(one, other) or _counts_more_days(other, one):
        return False
    if one.type not in _SPOKEN or one.recipients & other.recipients:
        return True
    in_other_words = one.lemma != other.lemma and not one.kin & other.kin
    # reports of two that greet one man on one day tell one greeting; of two men, two
    days = None not in (one.published, other.published) and one.report != other.report
    return not (in_other_words or (days and one.recipients and other.recipients))


def _goes_on_beside(deeds: Features, deed: Features) -> bool:
    """Whether one tells of deeds that go on at no time ("they keep shelling it"), and the other of one on its day."""
    if deeds.type not in DEEDS or deeds.start is not None or not deeds.ongoing:
        return False
    return deed.dated and not deed.several and not deeds.denied and not deed.denied


def _are_apart(one: Features, other: Features) -> bool:
    """Whether one tells what is beside an attack: who was taken away, tear gas, what was shot down."""
    if one.stops != other.stops:
        return True
    if one.type != other.type:
        return False
    if (one.mode == "abduct") != (other.mode == "abduct"):
        return not one.recipients & other.recipients
    return (one.mode == "crowd-control") != (other.mode == "crowd-control")


def _of_two_sides(one: Features, other: Features) -> bool:
    """Whether others did it at another place, both on no map."""
    places = {one.unplaced, other.unplaced}
    elsewhere = None not in places and len(places) > 1
    return elsewhere and bool(one.actors and other.actors) and not one.actors & other.actors


def _is_one_of_many(one: Features, many: Features) -> bool:
    """Whether one tells whose arrest it was, and the other how many were arrested, whoever they were."""
    if one.type != "COERCE" or many.type != "COERCE" or one.recipients & many.recipients:
        return False
    figures = [figure for f in (many, one) for figure in f.tolls.get("captured", ())]
    return bool(one.named) and not one.tolls and max(figures, default=0) > len(one.named)


def _counts_more_days(days: Features, day: Features) -> bool:
    """Whether one counts those of some days ("between the 3rd and the 5th"), and the other fewer on one of them."""
    if None in (days.start, days.end, day.start, day.end) or not (days.dated and day.dated):
        return False
    length, other = ((f.end or 0.0) - (f.start or 0.0) for f in (days, day))
    if not SOME_DAYS < length < WEEK or other > SOME_DAYS:
        return False
    return any(min(days.tolls[effect]) > max(day.tolls[effect]) for effect in days.tolls.keys() & day.tolls.keys())


def _of_two_lands(one: Features, other: Features) -> bool:
    """Whether one land did the one deed and another land the other, and no tie tells that accounts are at odds over who
    did it: the same recipient, means or figure, or one spot.
    """
    if one.type not in DEEDS or other.type not in (one.type, None) or CLASH in (one.mode, other.mode):
        return False
    if one.charged or other.charged or one.denied or other.denied:
        return False
    lands = [_lands(f.actors) for f in (one, other)]
    if not all(lands) or lands[0] & lands[1]:
        return False
    shared = (one.recipients & other.recipients) - _lands(one.recipients) or one.means & other.means
    # at one spot both sides of a war do much
    in_one_way = one.lemma == other.lemma or (one.mode is not None and one.mode == other.mode)
    return not (shared or (in_one_way and of_one_spot(one, other)) or how_many(one, other) == SAME_FIGURE)


def _lands(keys: frozenset[str]) -> frozenset[str]:
    """The lands among them, which stand there by their codes."""
    return frozenset(key for key in keys if key.isupper())


def _was_told_before(another: Features, told: Features) -> bool:
    """Whether "a second clash" came after the report of the day before had told of a clash."""
    if another.published is None or told.published is None:
        return False
    return another.another and another.published - told.published >= DAY


def are_alike(one: Features, other: Features) -> bool:
    """Whether reality and figures leave it open, wherever and whenever it was."""
    before = _was_told_before(one, other) or _was_told_before(other, one)
    return one.happened == other.happened and not before and how_many(one, other) >= 0


def could_be_one(one: Features, other: Features, *, strictly: bool = False) -> bool:
    """Whether reality, times, figures and places leave it open; of two reports, unsure times and places do, unless it
    is to be so `strictly`. One report tells two deeds of two days and places.
    """
    strictly = strictly or one.report == other.report
    if not are_alike(one, other) or not _times_meet(one, other, strictly=strictly):
        return False
    if one.place is None or other.place is None or of_one_place(one, other):
        return True
    return not (strictly or of_sure_places(one, other))


def of_sure_places(one: Features, other: Features) -> bool:
    """Whether the reader is sure of both places: one that is unsure keeps nothing apart."""
    return one.place_sure * other.place_sure >= KEEPS_APART


def of_one_place(one: Features, other: Features) -> bool:
    """Whether both have a place, and these can be one."""
    return one.place is not None and other.place is not None and places_meet(one.place, other.place)


def denies(denial: Features, told: Features) -> bool:
    """Whether a denial can be of this event: in the same word, and in one report by another than who tells it."""
    if denial.report != told.report and denial.several and bare(denial):
        return False  # "strikes are not carried out with words"
    if denies_in_other_words(denial, told):
        return True
    if denial.lemma != told.lemma or _of_other_things(denial, told):
        return False
    if denial.doers and told.doers and not denial.actors & told.actors:
        return False
    return denial.report != told.report or (denial.source is not None and denial.source != told.source)


def _same_hour(one: Features, other: Features) -> bool:
    """Whether the words have them on one day, in one way."""
    return one.dated and other.dated and one.start == other.start and one.mode is not None and one.mode == other.mode


def _of_other_things(one: Features, other: Features) -> bool:
    """Whether they tell of different people, or of different things: a mill and its millers may be one."""
    if one.recipients & other.recipients:
        return False
    people = [f.recipients - f.things for f in (one, other)]
    return bool((one.things and other.things) or all(people))


def denies_in_other_words(denial: Features, told: Features) -> bool:
    """Whether a denial and what another tells have the type in common, and words for the recipient or, where one names
    none, the place, or it is a charge against the denier; in one report, or in reports of one fortnight. In one report
    also what the denier, or those for whom he speaks, are told to have done to nothing else.

    Who denies it and tells it himself lays it to somebody else: "it said that its men had not shelled the market, and
    that rebels had bombed it".
    """
    of_one_kin = bool(denial.kin & told.kin)
    if denial.source is None or not (of_one_kin or (denial.type is not None and denial.type == told.type)):
        return False
    if denial.report != told.report and not of_one_time(denial.published, told.published):
        return False
    if denial.source == told.source and (not denial.actors or not told.actors or denial.actors & told.actors):
        return False
    if told.charged and denial.source in told.doers:
        return True
    if denial.report == told.report and _same_hour(denial, told) and not _of_other_things(denial, told):
        return True  # "no shots were fired on Sunday"
    if of_one_kin and (denial.actors | denial.sayer) & told.actors and not _of_other_things(denial, told):
        return True  # "no agreement had been reached", "signed a deal"
    alike = denial.mode is not None and denial.mode == told.mode
    if alike and denial.actors & told.actors and denial.report != told.report and denial.type in DEEDS:
        return not _of_other_things(denial, told)  # "police had shot at marchers", "opened fire on a rally"
    at_large = denial.told_of and not denial.recipients  # "does not strike civilians"
    own = denial.report == told.report and denial.sayer & told.actors and denial.type in DEEDS
    if own and not at_large and not _of_other_things(denial, told):
        return True
    same = (denial.told_of & told.told_of) | (denial.things & told.things)
    return bool(same - ANYBODY) or _of_one_place(denial, told)


def is_charge_of(charge: Features, told: Features) -> bool:
    """Whether a charge tells who did what its report told before without a doer: "Shells hit a mill. The mayor accused
    the rebels of firing them."
    """
    if not charge.charged or charge.type != told.type or told.type != "ASSAULT" or not charge.doers or told.charged:
        return False
    others = charge.recipients and told.recipients and not charge.recipients & told.recipients
    return not (told.doers or others or charge.dated or charge.denied or told.denied)


def is_told_again(one: Features, other: Features) -> bool:
    """Whether one report tells one deed in two words: to the same things or people, by the same or by nobody named."""
    if one.denied or other.denied:
        return False
    if not (one.kin & other.kin or is_one_deed(one, other)):
        return False
    if not of_one_way(one, other):
        return False
    differ = [bool(a and b and not a & b) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients))]
    return not any(differ) and bool(one.recipients & other.recipients or one.means & other.means)


def is_own_account(own: Features, told: Features) -> bool:
    """Whether they tell of themselves what their report told of them before: "Jets hit a port, Togo said. Benin's army
    said that its forces had struck a depot."
    """
    if own.type not in FORCE or own.type != told.type or own.denied or told.denied or own.source == told.source:
        return False
    if told.sayer & told.actors or not own.sayer & told.actors or not of_one_way(own, told):
        return False
    elsewhere = own.place is not None and told.place is not None and own.place != told.place
    if (elsewhere and of_sure_places(own, told)) or own.another or own.unplaced != told.unplaced is not None:
        return False
    return bool(own.actors & told.actors & own.sayer) or not (own.actors or own.recipients)


def of_one_way(one: Features, other: Features) -> bool:
    """Whether neither tells another way of doing it."""
    return one.mode is None or other.mode is None or one.mode == other.mode


def of_one_time(one: float | None, other: float | None) -> bool:
    """Whether reports came out so near each other that they may be at odds; those without a date may have."""
    return one == other if one is None or other is None else abs(one - other) <= TOGETHER


def _of_one_place(one: Features, other: Features) -> bool:
    if one.place is None or other.place is None or (one.told_of and other.told_of):
        return False
    return one.place == other.place and one.place.feature in ("point", "city")


def _came_out_before(report: Features, told: Features) -> bool:
    """Whether one's report is older than the day on which the other surely was: nobody tells of what is still to come
    as of what was, and nobody denies it.
    """
    if not (report.happened or report.denied) or report.report == told.report or report.published is None:
        return False
    if told.denied or not told.dated or told.start is None or told.time_sure < KEEPS_APART:
        return False
    return report.published < told.start - DAY


def _times_meet(one: Features, other: Features, *, strictly: bool) -> bool:
    if _came_out_before(one, other) or _came_out_before(other, one):
        return False
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    unsure = not (strictly or is_word(one) or is_word(other)) and one.time_sure * other.time_sure < KEEPS_APART
    if unsure and gap(one, other) <= UNSURE_DAYS:
        return True
    denials = [f for f in (one, other) if f.denied]
    if len(denials) == 1 and not denials[0].dated:
        return True  # a denial is of what was told, whenever that was
    of_one_sort = is_one_deed(one, other) or one.kin & other.kin or None in (one.type, other.type)
    if one.named & other.named and of_one_sort and abs(one.start - other.start) <= DAYS_APART:
        return True  # nobody is shot, and no ship hit, on Saturday and on Sunday
    return one.start < other.end and other.start < one.end


def gap(one: Features, other: Features) -> float:
    """How far apart they were, in seconds; below zero where they meet."""
    return max((one.start or 0.0) - (other.end or 0.0), (other.start or 0.0) - (one.end or 0.0))


def places_meet(one: Place, other: Place) -> bool:
    """Whether one place can hold or be the other."""
    features, known = {one.feature, other.feature}, one.country is not None and other.country is not None
    if "country" in features and known:
        return one.country == other.country
    if "admin1" in features and known and (one.country, one.admin1) == (other.country, other.admin1):
        return True
    return distance_km(one, other) <= max(one.radius_km, other.radius_km) + NEAR_KM


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def is_all_over(one: Features, other: Features) -> bool:
    """Whether one of them was all over a country."""
    return any(f.place is not None and f.place.feature == "country" for f in (one, other))


def is_word(telling: Features) -> bool:
    """Whether it is an act of words: a talk, a decision, a demand."""
    return telling.type in WORDS


def is_one_deed(one: Features, other: Features) -> bool:
    return one.type in DEEDS and one.type == other.type


def of_one_spot(one: Features, other: Features) -> bool:
    if one.place is not None and other.place is not None:
        return of_one_place(one, other) and not is_all_over(one, other)
    return one.unplaced is not None and one.unplaced == other.unplaced


def bare(telling: Features) -> bool:
    """A word alone: "strikes", of nobody on nobody, nowhere."""
    return not (telling.actors or telling.recipients or telling.place or telling.tolls)


def how_many(one: Features, other: Features) -> float:
    """The same figure speaks for one event, a near one does too: tolls rise; a far one (below zero) rules it out, but
    for none at all, which denies the other, and for what they count who did it.
    """
    ratios = [
        max(a, b) / max(1.0, min(a, b))
        for effect in one.tolls.keys() & other.tolls.keys()
        for a in one.tolls[effect]
        for b in other.tolls[effect]
        if a == b or (a and b)
    ]
    if not ratios:
        return 0.0
    nearest = min(ratios)
    far = 0.0 if one.boasted or other.boasted else -1.0
    return SAME_FIGURE if nearest == 1.0 else 1.0 if nearest <= FAR else far
