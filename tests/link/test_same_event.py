"""The same event is joined; what cannot be the same is not; every event is in one linked event."""

import msgspec
from builders import KYIV, SUMY, Build, at, strike

from sayso.link.features import features
from sayso.link.joining import join
from sayso.link.ruled_out import could_be_one
from sayso.link.same_event import link_events
from sayso.link.syndication import find_copies
from sayso.link.told import Shelf
from sayso.model import Mention


def linked(*readings):
    links = link_events(readings, find_copies([r.report for r in readings]))
    assert set(links) == {(r.report.id, e.id) for r in readings for e in r.events}
    return links


def other_strike(**changed):
    reading = strike("Volga Wire", 34)
    event = msgspec.structs.replace(reading.events[0], **changed)
    return msgspec.structs.replace(reading, events=(event,))


def test_one_strike_in_two_reports():
    assert len(set(linked(strike("Dnipro Post", 19), strike("Volga Wire", 34)).values())) == 1


def test_the_id_stays_when_reports_are_added():
    first = strike("Dnipro Post", 19, published="2024-11-17")
    alone = linked(first)
    assert set(alone.values()) <= set(linked(first, strike("Volga Wire", 34)).values())


def test_another_day_is_another_event():
    links = linked(strike("Dnipro Post", 19), other_strike(start="2024-11-20", end="2024-11-21"))
    assert len(set(links.values())) == 2


def test_another_place_is_another_event():
    b = Build("Russian missiles struck a tower block in Kyiv on Sunday, killing 34 people.", outlet="Volga Wire",
              published="2024-11-18")  # fmt: skip
    b.entity("place", "Kyiv", place=KYIV)
    b.event("struck", lemma="strike", mode="aerial", actors=["Russian missiles"], recipients=["a tower block"],
            place="Kyiv", start="2024-11-17", end="2024-11-18", from_="words")  # fmt: skip
    assert len(set(linked(strike("Dnipro Post", 19), b.reading()).values())) == 2


def test_a_threat_is_not_the_deed():
    links = linked(strike("Dnipro Post", 19), other_strike(status="threatened"))
    assert len(set(links.values())) == 2


def test_what_one_report_tells_again_is_one():
    b = Build("The strike on Sumy killed two. The strike came at night.", outlet="A")
    first = b.event("strike", lemma="strike")
    b.event("came", lemma="come", same_as=first, type=None)
    assert len(set(linked(b.reading()).values())) == 1


def test_the_linked_event_has_what_the_tellings_have():
    readings = [
        strike("Dnipro Post", 19, published="2024-11-17"),
        strike("Volga Wire", 34),
        strike("Kyiv Courier", 20, bound="at_most", said="officials"),
    ]
    links = linked(*readings)
    (name,) = set(links.values())
    event = join(name, links, Shelf(readings, {}))
    assert (event.type, event.mode, event.start, event.precision) == ("ASSAULT", "aerial", "2024-11-17", "day")
    assert event.place.name == "Sumy"
    assert (event.reports, event.independent_sources) == (3, 2)
    assert [a.best for a in event.tolls["killed"]] == [19, None, 34] or [a.best for a in event.tolls["killed"]] == [
        19,
        34,
        None,
    ]
    assert (event.first_reported, event.last_reported) == ("2024-11-17", "2024-11-18")
    assert event.credibility == "2"
    assert "two independent sources" in event.because
    assert {party.name for party in event.actors} == {"Russian missiles"}


def test_copies_are_no_sources_of_their_own():
    long = " ".join(f"word{i}" for i in range(80))
    readings = [
        strike("Harbour Wire", 19, copy=f" {long}"),
        strike("Eastern Ledger", 19, copy=f" {long}", said="the mayor"),
    ]
    copies = find_copies([r.report for r in readings])
    assert len(copies) == 1
    links = link_events(readings, copies)
    (name,) = set(links.values())
    event = join(name, links, Shelf(readings, copies))
    assert (event.reports, event.independent_sources, event.credibility) == (2, 1, "3")
    assert [m.syndicated_from for m in event.mentions].count(None) == 1


def test_two_requests_in_other_words_are_two():
    def asks(word, outlet):
        b = Build(f"The envoy {word} for help on Sunday.", outlet=outlet, published="2024-11-18")
        b.entity("person", "The envoy")
        b.event(
            word, type="REQUEST", mode="aid", actors=["The envoy"], start="2024-11-17", end="2024-11-18", from_="words"
        )
        return b.reading()

    assert len(set(linked(asks("asked", "A"), asks("begged", "B")).values())) == 2
    assert len(set(linked(asks("asked", "A"), asks("asked", "B")).values())) == 1


def test_an_undated_report_needs_more_than_a_word():
    bare = other_strike(start=None, toll=(), actors=(), recipients=())
    assert len(set(linked(strike("Dnipro Post", 19), bare).values())) == 2


def test_the_same_victim_in_one_story_ties_an_undated_telling():
    undated = other_strike(start=None, toll=(), actors=())
    assert len(set(linked(strike("Dnipro Post", 19), undated).values())) == 1


def test_the_same_attacker_of_somebody_else_ties_no_undated_telling():
    b = Build("Russian missiles struck a bridge in Sumy.", outlet="Volga Wire", published="2024-11-18")
    b.entity("nationality", "Russian", country="RUS", country_from="words")
    b.event("struck", lemma="strike", mode="aerial", actors=["Russian missiles"], recipients=["a bridge"])
    assert len(set(linked(strike("Dnipro Post", 19), b.reading()).values())) == 2


def test_an_undated_telling_of_another_story_needs_both_sides():
    b = Build("Harvest figures were late. A storm damaged a block of the mill.", outlet="Volga Wire")
    b.event("damaged", lemma="strike", mode="aerial", recipients=["a block"])
    assert len(set(linked(strike("Dnipro Post", 19), b.reading()).values())) == 2


def test_an_outlet_that_names_its_source_is_no_second_one():
    b = Build("A mine exploded, the mayor said. The mine exploded at night.", outlet="A")
    first = b.event("exploded", lemma="explode", according_to=["the mayor"])
    b.event(at("exploded", 1), lemma="explode", same_as=first)
    links = linked(b.reading())
    (name,) = set(links.values())
    assert join(name, links, Shelf([b.reading()], {})).independent_sources == 1


def test_a_bare_word_of_the_same_day_is_not_yet_the_event():
    text = "Strikes are no answer, the poet wrote on Sunday."
    b = Build(text, outlet="Volga Wire", published="2024-11-18")
    b.event("Strikes", lemma="strike", start="2024-11-17", end="2024-11-18", from_="words")
    assert len(set(linked(strike("Dnipro Post", 19), b.reading()).values())) == 2


def test_naming_it_again_confirms_nothing():
    b = Build("A mine exploded, the mayor said. Oslo did not comment on the blast.", outlet="A")
    first = b.event("exploded", lemma="explode", according_to=["the mayor"])
    b.event("blast", same_as=first, according_to=["Oslo"])
    links = linked(b.reading())
    (name,) = set(links.values())
    assert join(name, links, Shelf([b.reading()], {})).credibility == "3"


def test_a_remark_on_it_confirms_nothing_and_a_telling_of_its_own_does():
    b = Build("Rebels mined a road, the mayor said. Oslo called the blast a crime. A driver saw fighters mine it.", "A")
    first = b.event("mined", lemma="mine", actors=["Rebels"], recipients=["a road"], according_to=["the mayor"])
    b.event("blast", same_as=first, actors=["Rebels"], recipients=["a road"], according_to=["Oslo"])
    (name,) = set(linked(b.reading()).values())
    assert join(name, linked(b.reading()), Shelf([b.reading()], {})).independent_sources == 1
    b.event("mine", same_as=first, actors=["fighters"], according_to=["A driver"])
    assert join(name, linked(b.reading()), Shelf([b.reading()], {})).independent_sources == 2


def test_a_remark_by_somebody_leaves_the_outlets_own_telling() -> None:
    b = Build("Rebels mined a road. Oslo called the blast a crime.", outlet="A")
    first = b.event("mined", lemma="mine", actors=["Rebels"], recipients=["a road"])
    b.event("blast", same_as=first, actors=["Rebels"], recipients=["a road"], according_to=["Oslo"])
    (name,) = set(linked(b.reading()).values())
    assert join(name, linked(b.reading()), Shelf([b.reading()], {})).independent_sources == 1


def test_children_among_the_dead_are_a_part_of_them():
    b = Build("A strike on Sumy killed 40 people. Two children were killed in the attack.", outlet="A")
    first = b.event("strike", lemma="strike", toll=[("killed", "40 people", "exact", 40)])
    b.event("attack", lemma="attack", same_as=first, toll=[("killed", "Two children", "exact", 2)])
    assert len(set(linked(b.reading()).values())) == 1


def accounts_of_a_market(*, teller="a nurse", other=None):
    """A report of a strike on a market, and another in which somebody denies having shelled it."""
    a = Build(f"Rockets hit the market in Sumy on Sunday, {teller} said.", outlet="A", published="2024-11-18")
    a.entity("place", "Sumy", place=SUMY)
    a.event("hit", mode="heavy-weapons", recipients=["the market"], place="Sumy", according_to=[teller],
            start="2024-11-17", end="2024-11-18", from_="words")  # fmt: skip
    b = Build("The Ardan army denied shelling the market in Sumy. Rebels bombed the market, it said.", outlet="B",
              published="2024-11-18")  # fmt: skip
    b.entity("place", "Sumy", place=SUMY)
    b.event("shelling", lemma="shell", actors=["Ardan army"], recipients=["the market"], place="Sumy",
            status="did_not_occur", according_to=["Ardan army"])  # fmt: skip
    if other:
        b.event("bombed", lemma="bomb", actors=["Rebels"], recipients=[at("the market", 1)], place="Sumy",
                start="2024-11-18", end="2024-11-19", from_="dateline", according_to=[other])  # fmt: skip
    return a.reading(), b.reading()


def test_a_denial_is_of_what_another_report_tells_in_other_words():
    assert len(set(linked(*accounts_of_a_market()).values())) == 1


def test_who_tells_it_denies_nothing():
    assert len(set(linked(*accounts_of_a_market(teller="Ardan army")).values())) == 2


def test_who_denies_it_may_lay_it_to_somebody_else():
    assert len(set(linked(*accounts_of_a_market(other="Ardan army")).values())) == 1


def charged(recipients=()):
    """A strike without a doer, and a charge of firing behind it in the same report."""
    text = "Shells hit a mill in Sumy. The mayor accused the Dawn Front of firing them at a mill."
    b = Build(text, outlet="A", published="2024-11-18")
    b.entity("organization", "Dawn Front")
    b.event("hit", recipients=["a mill"], start="2024-11-17", end="2024-11-18", from_="words")
    b.statement(source="The mayor", cue="accused", content="of firing them at a mill", act="accuse")
    b.event("firing", lemma="fire", actors=["Dawn Front"], recipients=recipients, according_to=["The mayor"])
    (link,) = b.events[-1].according_to
    told = (msgspec.structs.replace(link, statement="s1"),)
    b.events[-1] = msgspec.structs.replace(b.events[-1], according_to=told)
    return b.reading()


def test_a_charge_says_who_did_what_was_told_before():
    assert len(set(linked(charged()).values())) == 1


def test_a_charge_of_another_thing_is_another_event():
    assert len(set(linked(charged(recipients=["The mayor"])).values())) == 2


def dated(outlet, words, start, end):
    b = Build(f"Shells hit the mill in Sumy {words}.", outlet=outlet, published="2024-11-18")
    b.entity("place", "Sumy", place=SUMY)
    b.event("hit", recipients=["the mill"], place="Sumy", start=start, end=end, from_="words")
    return b.reading()


def test_a_night_is_of_the_day_that_its_own_clock_says():
    night = dated("A", "on Sunday night", "2024-11-17T20:00:00-06:00", "2024-11-18T00:00:00-06:00")
    assert len(set(linked(night, dated("B", "on Sunday", "2024-11-17", "2024-11-18")).values())) == 1
    assert len(set(linked(night, dated("B", "on Monday", "2024-11-18", "2024-11-19")).values())) == 2


def taken(outlet, text, doer, owner=None):
    b = Build(text, outlet=outlet, published="2024-11-18")
    b.entity("group", doer)
    if owner:
        b.entity("organization", owner)
        pronoun = Mention(spans=(b.span(doer.split()[0]),), text=doer.split()[0], form="pronoun")
        b.entities[-1] = msgspec.structs.replace(b.entities[-1], mentions=(*b.entities[-1].mentions, pronoun))
    b.event("seized", lemma="seize", type="COERCE", actors=[doer])
    return b.reading()


def test_its_fighters_are_those_whose_fighters_they_are():
    own = taken("A", "The Dawn Front said its fighters seized a mill.", "its fighters", "Dawn Front")
    named = Build("The Dawn Front seized a depot.", outlet="B", published="2024-11-18")
    named.entity("organization", "Dawn Front")
    named.event("seized", lemma="seize", type="COERCE", actors=["Dawn Front"])
    one, other = features(0, own)[0], features(1, named.reading())[0]
    assert one.actors & other.actors == {"front"}
    of_a_thing = taken("A", "The Dawn Front said its garden seized a mill.", "its garden", "Dawn Front")
    assert not features(0, of_a_thing)[0].actors & other.actors


def test_soldiers_and_troops_of_one_land_are_one():
    readings = [
        taken(o, f"Ardan {who} seized a mill.", f"Ardan {who}") for o, who in (("A", "soldiers"), ("B", "troops"))
    ]
    with_land = [
        msgspec.structs.replace(r, entities=(msgspec.structs.replace(r.entities[0], country="AAA"),)) for r in readings
    ]
    assert features(0, with_land[0])[0].actors & features(1, with_land[1])[0].actors == {"AAA"}


def answered(denied, *, denier="Police spokesman Jon Abara", actor="Police", told="a nurse", type_="ASSAULT"):
    b = Build(f"{actor} opened fire on marchers, {told} said. {denier} denied {denied}.", outlet="A",
              published="2024-11-18")  # fmt: skip
    b.entity("organization", actor)
    b.event("opened fire", lemma="open fire", type=type_, actors=[actor], recipients=["marchers"], according_to=[told])
    word, *thing = denied.split(" at ")
    b.event(word, lemma="shoot", type=type_, status="did_not_occur", recipients=thing, according_to=[denier])
    return b.reading()


def test_who_speaks_for_the_doer_denies_the_deed_in_any_words():
    assert len(set(linked(answered("shooting")).values())) == 1
    assert len(set(linked(answered("shooting", denier="The mayor")).values())) == 2
    assert len(set(linked(answered("shooting", type_="DECIDE")).values())) == 2
    assert len(set(linked(answered("shooting at civilians")).values())) == 2


def test_what_is_forbidden_is_not_denied():
    b = Build("Thousands marched in Sumy. The ministry banned marches in Sumy.", outlet="A", published="2024-11-18")
    b.entity("place", "Sumy", place=SUMY, mentions=["Sumy", at("Sumy", 1)])
    b.event("marched", lemma="march", type="PROTEST", place="Sumy")
    b.event("banned", lemma="ban", type="DECIDE", mode="forbid", content=b.words("marches in Sumy"))
    b.event("marches", lemma="march", type="PROTEST", place=at("Sumy", 1), status="did_not_occur",
            according_to=["The ministry"])  # fmt: skip
    links = linked(b.reading())
    assert len(set(links.values())) == 3


def test_who_denies_it_is_no_source_of_it():
    b = Build("Abe said two were captured. Cid denied that they were captured.", outlet="A")
    first = b.event("captured", lemma="capture", according_to=["Abe"])
    b.event(at("captured", 1), lemma="capture", status="did_not_occur", according_to=["Cid"], same_as=first)
    links = linked(b.reading())
    (name,) = set(links.values())
    assert join(name, links, Shelf([b.reading()], {})).independent_sources == 1


def test_an_abduction_is_not_the_raid_of_another_word():
    a = Build("Soldiers raided a farm in Sumy.", outlet="A", published="2024-11-18")
    a.entity("place", "Sumy", place=SUMY)
    a.event("raided", lemma="raid", mode=None, actors=["Soldiers"], recipients=["a farm"], place="Sumy")
    b = Build("Soldiers kidnapped the owner of a farm in Sumy.", outlet="B", published="2024-11-18")
    b.entity("place", "Sumy", place=SUMY)
    b.event("kidnapped", lemma="kidnap", mode="abduct", actors=["Soldiers"], recipients=["a farm"], place="Sumy")
    assert len(set(linked(a.reading(), b.reading()).values())) == 2


def recalled(words, published):
    b = Build(f"Survivors spoke of {words} attack on a mill in Sumy.", outlet="B", published=published)
    b.entity("place", "Sumy", place=SUMY)
    b.event("attack", lemma="attack", mode=None, recipients=["a mill"], place="Sumy", start=published,
            end=published[:-2] + str(int(published[-2:]) + 1), from_="dateline")  # fmt: skip
    return b.reading()


def test_what_is_recalled_may_be_of_the_week_before():
    a = Build("Gunmen attacked a mill in Sumy on Sunday.", outlet="A", published="2024-11-18")
    a.entity("place", "Sumy", place=SUMY)
    a.event("attacked", lemma="attack", mode=None, recipients=["a mill"], place="Sumy", start="2024-11-17",
            end="2024-11-18", from_="words")  # fmt: skip
    assert len(set(linked(a.reading(), recalled("an", "2024-11-22")).values())) == 1
    assert len(set(linked(a.reading(), recalled("another", "2024-11-22")).values())) == 2
    assert len(set(linked(a.reading(), recalled("an", "2024-11-26")).values())) == 2


def test_the_doers_are_denied_to_have_done_it_in_another_word_for_the_same():
    a = Build("Police opened fire on a march in Sumy.", outlet="A", published="2024-11-18")
    a.entity("place", "Sumy", place=SUMY)
    a.entity("organization", "Police")
    a.event("opened fire", lemma="open fire", mode="firearms", actors=["Police"], recipients=["a march"], place="Sumy")
    b = Build("The mayor denied that police had shot at marchers in Sumy.", outlet="B", published="2024-11-18")
    b.entity("place", "Sumy", place=SUMY)
    b.entity("organization", "police")
    b.entity("group", "marchers")
    b.event("shot", lemma="shoot", mode="firearms", actors=["police"], recipients=["marchers"], place="Sumy",
            status="did_not_occur", according_to=["The mayor"])  # fmt: skip
    assert len(set(linked(a.reading(), b.reading()).values())) == 1


def clash(words, published, *, start=None):
    b = Build(f"Guards of both countries met in {words} clash in Sumy.", outlet=published, published=published)
    b.entity("place", "Sumy", place=SUMY)
    b.entity("group", "Guards")
    dated = {"start": start, "end": start[:-2] + str(int(start[-2:]) + 1), "from_": "words"} if start else {}
    b.event("clash", mode="clash", actors=["Guards"], recipients=["both countries"], place="Sumy",
            **{"start": None, "end": None, "from_": None, **dated})  # fmt: skip
    return b.reading()


def test_a_second_clash_is_not_the_one_that_was_told_the_day_before():
    first = clash("a", "2024-11-16", start="2024-11-15")
    assert len(set(linked(first, clash("a", "2024-11-18")).values())) == 1
    assert len(set(linked(first, clash("a second", "2024-11-18")).values())) == 2
    assert len(set(linked(first, clash("a second", "2024-11-16")).values())) == 1


def test_a_ship_of_a_country_may_be_told_as_the_country():
    b = Build("A Belor coast guard ship fired at a boat.", outlet="A")
    b.entity("vehicle", "A Belor coast guard ship", country="BLR")
    b.event("fired", actors=["A Belor coast guard ship"])
    assert features(0, b.reading())[0].actors == {"ship", "BLR"}


def test_reports_of_few_common_words_may_tell_one_deed_but_not_a_wider_one():
    def told(words, outlet, place):
        b = Build(f"{words} Rockets hit a mill in {place.name}.", outlet=outlet, published="2024-11-18")
        b.entity("place", place.name, place=place)
        b.event("hit", lemma="hit", mode="heavy-weapons", recipients=["a mill"], place=place.name, start="2024-11-17",
                end="2024-11-18", from_="words")  # fmt: skip
        return b.reading()

    country = msgspec.structs.replace(SUMY, name="Ukraine", feature="country", radius_km=600)
    few, many = (" ".join(f"{c}{i}word" for i in range(60)) for c in "ab")
    assert len(set(linked(told(few, "A", SUMY), told(many, "B", SUMY)).values())) == 1
    assert len(set(linked(told(few, "A", SUMY), told(many, "B", country)).values())) == 2


def boat(words, outlet, published, *, trigger, kind="ASSAULT", mode="heavy-weapons", **more):
    b = Build(words, outlet=outlet, published=published)
    b.entity("vehicle", "a trawler")
    b.event(trigger, type=kind, mode=mode, recipients=["a trawler"], **more)
    return b.reading()


def test_one_report_tells_a_deed_in_two_words_of_one_kind():
    b = Build("A frigate rammed a trawler. It struck a trawler at the stern, and turned.", outlet="A")
    b.entity("vehicle", "a trawler", mentions=["a trawler", at("a trawler", 1)])
    b.event("rammed", lemma="ram", recipients=["a trawler"])
    b.event("struck", lemma="strike", type=None, recipients=[at("a trawler", 1)])
    b.event("turned", lemma="turn", type=None)
    assert len(set(linked(b.reading()).values())) == 2


def test_words_of_one_kind_are_of_one_kind_only_in_their_types():
    told = [features(0, boat("They struck a trawler.", "A", None, trigger="struck", kind=kind, lemma="strike"))[0].kin
            for kind in (None, "ASSAULT", "PROTEST")]  # fmt: skip
    assert [bool(found) for found in told] == [True, True, False]


def test_what_has_no_date_is_of_the_week_in_which_it_is_told():
    def told(published):
        dated = boat("Rebels hit a trawler on Sunday.", "A", "2024-11-18", trigger="hit", start="2024-11-17",
                     end="2024-11-18", from_="words")  # fmt: skip
        bare = boat("A crew spoke of the shelling of a trawler.", "B", published, trigger="shelling", lemma="shell")
        return len(set(linked(dated, bare).values()))

    assert [told("2024-11-20"), told("2024-12-20")] == [1, 2]


def test_tear_gas_is_not_the_shooting():
    a = Build("Police shot at a march in Sumy.", outlet="A", published="2024-11-18")
    b = Build("Police used tear gas at a march in Sumy.", outlet="B", published="2024-11-18")
    for build, trigger, mode in ((a, "shot", None), (b, "used", "crowd-control")):
        build.entity("place", "Sumy", place=SUMY)
        build.entity("organization", "Police")
        build.event(trigger, mode=mode, actors=["Police"], recipients=["a march"], place="Sumy")
    assert len(set(linked(a.reading(), b.reading()).values())) == 2


def test_others_at_another_place_on_no_map_did_something_else():
    def told(outlet, doer, place):
        b = Build(f"{doer} shelled a post at {place}.", outlet=outlet, published="2024-11-18")
        b.entity("group", doer)
        b.entity("place", place)
        b.event("shelled", lemma="shell", actors=[doer], recipients=["a post"], place=place)
        return b.reading()

    here = told("A", "Rebels", "Oldmill")
    assert len(set(linked(here, told("B", "Guards", "Oldmill")).values())) == 1
    assert len(set(linked(here, told("B", "Guards", "Fishford")).values())) == 2


def test_a_town_that_did_not_fall_was_not_taken():
    a = Build("Rebels captured Oldmill on Friday, a rebel said.", outlet="A", published="2024-11-18")
    a.entity("place", "Oldmill")
    a.event("captured", lemma="capture", type="CONTROL", mode="gain", recipients=["Oldmill"], according_to=["a rebel"])
    b = Build("The army denied that Oldmill had fallen.", outlet="B", published="2024-11-18")
    b.entity("place", "Oldmill")
    b.event("fallen", lemma="fall", type="CONTROL", mode="lose", recipients=["Oldmill"], status="did_not_occur",
            according_to=["The army"])  # fmt: skip
    assert len(set(linked(a.reading(), b.reading()).values())) == 1


def test_an_agreement_that_there_is_not_was_not_signed():
    a = Build(
        "The army and the rebels signed a deal on grain in Oldmill, an envoy said.", outlet="A", published="2024-11-18"
    )
    a.entity("organization", "The army")
    a.event("signed", lemma="sign", type="SUPPORT", actors=["The army"], according_to=["an envoy"])
    b = Build(
        "The army said that no agreement on grain was reached with the rebels in Oldmill.",
        outlet="B",
        published="2024-11-18",
    )
    b.entity("organization", "The army")
    b.event("agreement", type="AGREE", status="did_not_occur", according_to=["The army"])
    assert len(set(linked(a.reading(), b.reading()).values())) == 1


def test_who_died_is_of_the_one_attack_of_the_report():
    def told(words):
        b = Build(f"Gunmen raided a mill. {words} Ten people died, a doctor said.", outlet="A")
        b.event("raided", lemma="raid", actors=["Gunmen"])
        if words:
            b.event("bomb", lemma="bomb", mode="explosives")
        b.event("died", lemma="die", type=None, toll=[("killed", "Ten people", "exact", 10)])
        return len(set(linked(b.reading()).values()))

    assert told("") == 1
    assert told("A bomb went off in Gao.") == 3


def test_a_denial_of_the_same_day_and_way():
    b = Build(
        "A sniper shot a farmer on Sunday, police said. Togo said that no shots were fired on Sunday.", outlet="A"
    )
    day = {"start": "2024-11-17", "end": "2024-11-18", "from_": "words"}
    b.event("shot", lemma="shoot", mode="firearms", recipients=["a farmer"], according_to=["police"], **day)
    b.event("fired", lemma="fire", mode="firearms", status="did_not_occur", according_to=["Togo"], **day)
    assert len(set(linked(b.reading()).values())) == 1


def test_what_the_doers_tell_of_themselves_is_what_was_told_of_them():
    def told(said, mode=None):
        b = Build(f"Drones of Belor hit a port, the governor said. {said} said that it had struck a depot.", outlet="A")
        b.entity("nationality", "Belor", country="BLR")
        b.entity("person", "the governor")
        b.entity("organization", said, country="BLR" if "Belor" in said else "UKR")
        b.event("hit", mode="drone", actors=["Belor"], recipients=["a port"], according_to=["the governor"])
        b.event("struck", lemma="strike", mode=mode, actors=["Belor"], recipients=["a depot"], according_to=[said])
        return len(set(linked(b.reading()).values()))

    assert told("The Belor army") == 1
    assert told("The Belor army", mode="firearms") == 2
    assert told("A clerk") == 2


def test_the_forces_of_a_land_are_that_land():
    b = Build("Belor forces fired at a boat.", outlet="A")
    b.entity("group", "Belor forces", country="BLR")
    b.event("fired", actors=["Belor forces"])
    assert features(0, b.reading())[0].actors == {"BLR"}


def test_nobody_denies_what_is_still_to_come():
    def denied(published):
        b = Build("Moscow denied that missiles struck Sumy.", outlet="B", published=published)
        b.entity("place", "Sumy", place=SUMY)
        b.event("struck", lemma="strike", mode="aerial", place="Sumy", status="did_not_occur", according_to=["Moscow"])
        return len(set(linked(strike("Dnipro Post", 19), b.reading()).values()))

    assert [denied("2024-11-18"), denied("2024-11-14")] == [1, 2]


def test_nobody_tells_of_what_is_still_to_come_as_of_what_was():
    def struck(published, status="occurred"):
        b = Build("Missiles hit a tower block in Sumy.", outlet="B", published=published)
        b.entity("place", "Sumy", place=SUMY)
        b.event("hit", lemma="hit", mode="aerial", place="Sumy", recipients=["a tower block"], status=status)
        return b.reading()

    def meet(report, **changed):
        return could_be_one(features(0, other_strike(**changed))[0], features(1, report)[0])

    assert [meet(struck(day)) for day in ("2024-11-18", "2024-11-16", "2024-11-14")] == [True, True, False]
    # an unsure day keeps nothing apart; what is planned is told before its day
    assert meet(struck("2024-11-14"), time_sure=0.4)
    assert meet(struck("2024-11-14", "planned"), status="planned")
