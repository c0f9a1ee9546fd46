"""What kind of disagreement it is."""

import msgspec
import pytest
from builders import Build, at, strike

from sayso.link.disputes import find_disputes
from sayso.link.joining import join
from sayso.link.same_event import link_events
from sayso.link.told import Shelf
from sayso.model import Link, Mention


def disputes(*readings):
    shelf = Shelf(readings, {})
    group = [(r.report.id, e.id) for r in readings for e in r.events]
    return find_disputes(join("E1", group, shelf), shelf)


def kinds(*readings):
    return [(d.field, d.kind, d.open, [a.value for a in d.accounts]) for d in disputes(*readings)]


def test_one_figure_is_no_dispute():
    assert kinds(strike("A", 19)) == []
    assert kinds(strike("A", 19), strike("B", 19, said="the mayor")) == []


def test_a_later_and_greater_toll_is_an_update():
    found = kinds(strike("A", 19, published="2024-11-17"), strike("B", 34, published="2024-11-18"))
    assert found == [("killed", "update", False, [19, 34])]


def test_tolls_of_one_day_from_two_sources_contradict_each_other():
    found = kinds(strike("A", 34), strike("B", 45, said="the mayor"))
    assert found == [("killed", "contradiction", True, [34, 45])]


def test_the_example_of_the_contract():
    found = kinds(
        strike("A", 19, published="2024-11-17"),
        strike("B", 34, published="2024-11-18"),
        strike("C", 45, published="2024-11-18", said="the mayor"),
    )
    assert ("killed", "contradiction", True, [34, 45]) in found
    assert ("killed", "update", False, [19, 34, 45]) in found


@pytest.mark.parametrize(
    ("bound", "figure", "disputed"),
    [("at_least", 19, False), ("at_least", 40, True), ("at_most", 50, False), ("at_most", 20, True),
     ("about", 33, False), ("about", 60, True)],
)  # fmt: skip
def test_bounds_are_taken_at_their_word(bound, figure, disputed):
    assert bool(kinds(strike("A", 34), strike("B", figure, bound=bound, said="the mayor"))) is disputed


def test_figures_of_other_things_differ_in_scope():
    b = Build("The strike killed 3 soldiers.", outlet="B", published="2024-11-18")
    b.event("strike", toll=[("killed", "3 soldiers", "exact", 3)])
    assert kinds(strike("A", 34), b.reading())[0][:3] == ("killed", "scope", False)


def test_a_denial():
    b = Build("Moscow denied that missiles struck Sumy.", outlet="B", published="2024-11-18")
    b.event("struck", lemma="strike", status="did_not_occur", according_to=["Moscow"])
    ((field, kind, is_open, values),) = kinds(strike("A", 34), b.reading())
    assert (field, kind, is_open) == ("status", "denial", True)
    assert sorted(values) == ["did_not_occur", "occurred"]


def test_a_statement_that_denies():
    text = "Missiles struck Sumy. Moscow denied it."
    b = Build(text, outlet="B", published="2024-11-18")
    event = b.event("struck", lemma="strike")
    b.statement(source="Moscow", cue="denied", content="it", act="deny", denies=event)
    (dispute,) = disputes(b.reading())
    assert dispute.kind == "denial"
    (denial,) = [a for a in dispute.accounts if a.value == "did_not_occur"]
    assert [link.text for link in denial.according_to] == ["Moscow"]
    assert isinstance(denial.according_to[0], Link)


def test_a_pronoun_says_nobody_who_is_named_elsewhere_in_the_report():
    b = Build("Missiles struck Sumy. The ministry met. It denied that.", outlet="B", published="2024-11-18")
    b.entity("organization", "ministry", mentions=["ministry", "It"])
    event = b.event("struck", lemma="strike")
    b.statement(source="It", cue="denied", content="that", act="deny", denies=event)
    (dispute,) = disputes(b.reading())
    (denial,) = [a for a in dispute.accounts if a.value == "did_not_occur"]
    assert [(link.text, link.spans) for link in denial.according_to] == [("ministry", (b.span("It"),))]


def test_the_same_deed_laid_to_two_countries():
    def laid_to(outlet, who, country):
        b = Build(f"{who} missiles struck the hospital.", outlet=outlet, published="2024-11-18")
        b.entity("nationality", who, country=country)
        b.event("struck", lemma="strike", actors=[who])
        return b.reading()

    found = disputes(laid_to("A", "Russian", "RUS"), laid_to("B", "Ukrainian", "UKR"))
    assert [(d.field, d.kind, sorted(a.value for a in d.accounts)) for d in found] == [
        ("actors", "contradiction", ["RUS", "UKR"])
    ]


def test_one_of_its_men_is_of_whose_men_they_are():
    b = Build("The Guild said that one of its gunners struck the hospital.", outlet="A", published="2024-11-18")
    b.entity("organization", "Guild", country="RUS")
    pronoun = Mention(spans=(b.span("its"),), text="its", form="pronoun")
    b.entities[-1] = msgspec.structs.replace(b.entities[-1], mentions=(*b.entities[-1].mentions, pronoun))
    b.event("struck", lemma="strike", actors=["one of its gunners"])
    other = Build("Ukrainian missiles struck the hospital.", outlet="B", published="2024-11-18")
    other.entity("nationality", "Ukrainian", country="UKR")
    other.event("struck", lemma="strike", actors=["Ukrainian"])
    found = disputes(b.reading(), other.reading())
    assert [(d.field, sorted(a.value for a in d.accounts)) for d in found] == [("actors", ["RUS", "UKR"])]


def test_ids_stay():
    readings = strike("A", 34), strike("B", 45, said="the mayor")
    assert [d.id for d in disputes(*readings)] == [d.id for d in disputes(*reversed(readings))]


def losses(outlet, day, drivers, guards):
    text = f"A mine killed {drivers} drivers and {guards} guards."
    b = Build(text, outlet=outlet, published=day)
    tolls = [("killed", f"{drivers} drivers", "exact", drivers), ("killed", f"{guards} guards", "exact", guards)]
    b.event("killed", lemma="kill", toll=tolls)
    return b.reading()


def test_disputes_over_two_groups_of_one_event_have_ids_of_their_own():
    found = disputes(losses("A", "2024-11-17", 3, 5), losses("B", "2024-11-18", 4, 9))
    assert [(d.kind, len(d.accounts)) for d in found] == [("update", 2)] * 2
    assert len({d.id for d in found}) == 2


def test_a_copy_says_nothing_new():
    origin, copy = strike("A", 34), strike("B", 34)
    later = msgspec.structs.replace(copy.report, published="2024-11-19")
    assert kinds(origin, msgspec.structs.replace(copy, report=later)) == []


def test_a_denial_in_other_words_of_the_same_thing():
    text = "A missile attack on a market square killed ten, police said. Moscow denied hitting a market street."
    b = Build(text, outlet="A", published="2024-11-18")
    b.event("attack", recipients=["a market square"], according_to=["police"])
    b.statement(source="Moscow", cue="denied", content="hitting a market street", act="deny", denies="v2")
    b.event("hitting", lemma="hit", recipients=["a market street"], status="did_not_occur", according_to=["Moscow"])
    reading = b.reading()
    assert len(set(link_events([reading], {}).values())) == 1
    ((field, kind, is_open, values),) = kinds(reading)
    assert (field, kind, is_open, sorted(values)) == ("status", "denial", True, ["did_not_occur", "occurred"])


def test_a_denial_of_another_thing_is_none():
    b = Build("Moscow denied hitting a market. Moscow hit a base.", outlet="A", published="2024-11-18")
    b.event("hitting", lemma="hit", recipients=["a market"], status="did_not_occur", according_to=["Moscow"])
    b.event("hit", recipients=["a base"])
    assert len(set(link_events([b.reading()], {}).values())) == 2


def test_nobody_is_at_odds_with_himself():
    b = Build("The mayor said a mine exploded. No mine exploded, he had said.", outlet="A", published="2024-11-18")
    b.entity("person", "The mayor")
    b.event("exploded", according_to=["The mayor"])
    b.statement(source="The mayor", cue="said", content="a mine exploded", act="deny", denies="v1")
    assert kinds(b.reading()) == []


def test_a_negation_a_year_later_is_of_something_else():
    b = Build("Missiles never struck.", outlet="B", published="2025-11-18")
    b.event("struck", lemma="strike", status="did_not_occur")
    assert kinds(strike("A", 34), b.reading()) == []


def armed(outlet, words, count, part=None):
    """ "Four missiles hit the depot", and on the report's own word how many of them did something."""
    own = "" if part is None else f" Police said so. {part[0]} missiles hit the wall."
    b = Build(f"{words} missiles hit the depot.{own}", outlet=outlet, published="2024-11-18")
    b.quantity(f"{words} missiles", "exact", count, of="missiles")
    said = ["Police"] if part is not None else []
    b.event("hit", recipients=["the depot"], instruments=(b.participant(f"{words} missiles"),), according_to=said)
    if part is not None:
        b.quantity(f"{part[0]} missiles", "exact", part[1], of="missiles")
        b.event("hit", recipients=["the wall"], instruments=(b.participant(f"{part[0]} missiles"),))
    return b.reading()


def test_missiles_are_counted_side_by_side_and_further_ones_are_no_rival_count():
    assert kinds(armed("A", "Four", 4), armed("B", "Seven", 7)) == [("instruments", "contradiction", True, [4, 7])]
    assert kinds(armed("A", "Four", 4), armed("B", "Two other", 2)) == []


def test_what_a_report_counts_itself_beside_its_source_is_a_part():
    assert kinds(armed("A", "Seven", 7, part=("Two", 2))) == []


def laid(text, *accounts):
    """One report that tells "hit" twice: (who did it, country, on whose word)."""
    b = Build(text, outlet="A", published="2024-11-18")
    for who, country, said in accounts:
        b.entity("organization", who, country=country)
        b.event("hit", actors=[who], according_to=[said] if said else [])
    return b.reading()


def test_one_report_is_at_odds_over_who_did_it_only_where_two_sources_are():
    text = "Ardan guns hit the mill, a nurse said. Belor guns hit the mill, a clerk said."
    told = [("Ardan guns", "AAA", "a nurse"), ("Belor guns", "BBB", "a clerk")]
    assert [k[0] for k in kinds(laid(text, *told))] == ["actors"]
    for said in ((None, None), ("a nurse", "a nurse"), (None, "a clerk")):
        assert kinds(laid(text, *((*who[:2], source) for who, source in zip(told, said, strict=True)))) == []


def test_what_two_sides_tell_of_themselves_are_two_deeds():
    text = "Ardan hit the mill, Ardan said. Belor hit the mill, Belor said."
    told = [("Ardan", "AAA", "Ardan"), ("Belor", "BBB", "Belor")]
    assert kinds(laid(text, *told)) == []


def dead(outlet, *groups, published="2024-11-18"):
    """A report of a clash that counts these groups, on its own word."""
    words = [f"{count} {who}" for count, who in groups]
    b = Build(f"A clash killed {' and '.join(words)}.", outlet=outlet, published=published)
    tolls = [("killed", word, "exact", count) for word, (count, _) in zip(words, groups, strict=True)]
    b.event("clash", toll=tolls)
    return b.reading()


def test_soldiers_of_two_nations_are_counted_apart():
    assert kinds(dead("A", (2, "Ardan guards"), (1, "Belor guard")), dead("B", (2, "Ardan soldiers"))) == []
    (dispute,) = disputes(dead("A", (2, "Ardan guards"), (1, "Belor guard")), dead("B", (4, "Ardan soldiers")))
    assert (dispute.kind, {a.value for a in dispute.accounts}) == ("contradiction", {2, 4})


def test_soldiers_of_no_nation_are_those_of_the_one_that_is_named():
    (dispute,) = disputes(dead("A", (2, "Ardan guards")), dead("B", (5, "soldiers")))
    assert (dispute.kind, {a.value for a in dispute.accounts}) == ("contradiction", {2, 5})


def test_what_the_outlet_told_before_is_corrected():
    text = "The Post said that a blast hurt 25 people. A doctor said that it hurt 52 people."
    b = Build(text, outlet="The Post", published="2024-11-18")
    b.statement(source="The Post", cue="said", content="that a blast hurt 25 people", act="report")
    b.event("blast", toll=[("injured", "25 people", "exact", 25)])
    b.event("hurt", toll=[("injured", "52 people", "exact", 52)], according_to=["A doctor"])
    assert kinds(b.reading()) == [("injured", "update", False, [25, 52])]


def blamed(outlet, source, doer, *, mode=None):
    b = Build(f"{source} said that the {doer} shelled the mill.", outlet=outlet, published="2024-11-18")
    b.entity("organization", source)
    b.entity("organization", doer)
    b.event("shelled", lemma="shell", mode=mode, actors=[doer], recipients=["the mill"], according_to=[source])
    return b.reading()


def test_two_that_blame_each_other_are_at_odds_over_who_did_it():
    (dispute,) = disputes(blamed("A", "Ardan army", "Dawn Front"), blamed("B", "Dawn Front", "Ardan army"))
    assert (dispute.field, {a.value for a in dispute.accounts}) == ("actors", {"Ardan army", "Dawn Front"})
    assert kinds(blamed("A", "Ardan army", "Dawn Front"), blamed("B", "Mill Union", "Dusk Front")) == []


def test_in_a_clash_both_sides_act():
    assert kinds(blamed("A", "Ardan army", "Dawn Front"), blamed("B", "Dawn Front", "Ardan army", mode="clash")) == []


def counted(outlet, words, count, *, said="a nurse", published="2024-11-18", more=()):
    b = Build(f"Gunmen raided a village and killed {words}, {said} said.{''.join(' ' + w for w, _ in more)}",
              outlet=outlet, published=published)  # fmt: skip
    tolls = [("killed", words, "exact", count), *(("killed", w, "exact", n) for w, n in more)]
    b.event("raided", lemma="raid", toll=tolls, according_to=[said])
    return b.reading()


def test_the_only_figure_of_a_report_is_its_toll_whoever_they_are():
    men = counted("A", "24 men", 24)
    assert kinds(men, counted("B", "16 villagers", 16, said="a clerk")) == [("killed", "contradiction", True, [24, 16])]
    more = counted("B", "at least 16 people", 16, said="a clerk", more=[("18 villagers", 18)])
    assert kinds(men, more) == [("killed", "contradiction", True, [16, 18, 24])]
    parted = counted("B", "16 villagers", 16, said="a clerk", more=[("six traders", 6)])
    assert ("killed", "contradiction", True, [24, 16]) not in kinds(men, parted)
    part = counted("B", "16 people", 16, said="a clerk", more=[("four villagers", 4)])
    assert ("killed", "contradiction", True, [24, 4]) not in kinds(men, part)
    assert kinds(men, counted("B", "16 soldiers", 16, said="a clerk"))[0][1] == "scope"


def test_what_another_outlet_had_told_is_no_rival_of_later_figures():
    early = strike("Dnipro Post", 3, published="2024-11-17T08:00", said="police")
    late = strike("Volga Wire", 11, published="2024-11-17T20:00")
    b = Build("The strike killed 3 people, Dnipro Post said.", outlet="Volga Wire", published="2024-11-17T20:00")
    b.event("strike", toll=[("killed", "3 people", "exact", 3)], according_to=["Dnipro Post"])
    assert {d.kind for d in disputes(early, late, b.reading())} == {"update"}


def test_a_count_told_at_first_holds_no_more():
    b = Build("The toll rose to 14. Police had at first spoken of eight dead.", outlet="A", published="2024-11-18")
    b.event("toll", toll=[("killed", "14", "exact", 14)])
    b.event("spoken", toll=[("killed", "eight dead", "exact", 8)], according_to=["Police"])
    assert kinds(b.reading()) == [("killed", "update", False, [14, 8])]


def test_soldiers_here_and_rebels_there_are_at_odds():
    soldiers, militants = blamed("A", "Mill Union", "soldiers"), blamed("B", "mayor", "militants")
    found = kinds(soldiers, militants, blamed("C", "clerk", "gunmen"))
    assert [(k[0], sorted(k[3])) for k in found] == [("actors", ["militants", "soldiers"])]
    assert kinds(soldiers, blamed("B", "clerk", "gunmen")) == []
    assert kinds(soldiers, blamed("B", "Mill Union", "militants")) == []


def negated(kind, *, said="the ministry"):
    """ "The ministry said that it had not …" of the type `kind`, beside a report that tells it."""
    told = Build("The council decided on a new mill.", outlet="A", published="2024-11-18")
    told.event("decided", lemma="decide", type=kind, mode=None, actors=["The council"])
    b = Build("The council has decided nothing, the ministry said.", outlet="B", published="2024-11-18")
    b.event("decided", lemma="decide", type=kind, mode=None, actors=["The council"], status="did_not_occur",
            according_to=[said] if said else [])  # fmt: skip
    return kinds(told.reading(), b.reading())


def test_a_negation_in_passing_counts_of_deeds_alone_and_on_somebodys_word():
    assert [kind for _, kind, _, _ in negated("ASSAULT")] == ["denial"]
    assert negated("DECIDE") == negated("CONSULT") == negated("ASSAULT", said=None) == []


def test_a_denial_without_a_type_names_whom_it_is_of():
    b = Build("They imposed a tax. Abe rejected attempts to impose values.", outlet="A", published="2024-11-18")
    b.event("imposed", lemma="impose", type=None, mode=None, recipients=["a tax"])
    denied = b.event("impose", lemma="impose", type=None, mode=None, recipients=["values"], status="did_not_occur",
                     according_to=["Abe"])  # fmt: skip
    b.statement(source="Abe", cue="rejected", content="attempts to impose values", act="deny", denies=denied)
    assert disputes(b.reading()) == []


def test_members_are_the_people_of_other_reports():
    a = Build("Police arrested 150 members.", outlet="A", published="2024-11-18")
    a.event("arrested", lemma="arrest", type="COERCE", mode="arrest", toll=[("captured", "150 members", "exact", 150)],
            according_to=["Police"])  # fmt: skip
    b = Build("The minister said 38 people were arrested.", outlet="B", published="2024-11-18")
    b.event("arrested", lemma="arrest", type="COERCE", mode="arrest", toll=[("captured", "38 people", "exact", 38)],
            according_to=["The minister"])  # fmt: skip
    assert [(field, kind) for field, kind, _, _ in kinds(a.reading(), b.reading())] == [("captured", "contradiction")]


def of_the_dead(*tolls, text="Nine nurses died. An earlier count had put the dead at four."):
    b = Build(text, outlet="A", published="2024-11-18")
    b.event("died", toll=[("killed", words, "exact", count) for words, count in tolls])
    return b.reading()


def test_an_earlier_count_is_no_rival_of_the_later_one():
    found = kinds(of_the_dead(("Nine", 9), ("four", 4)))
    assert [(field, kind) for field, kind, _, _ in found] == [("killed", "update")]


def test_counts_that_are_worlds_apart_are_of_other_people():
    assert kinds(strike("A", 19), strike("B", 400, said="the mayor")) == []
    assert [k[1] for k in kinds(strike("A", 19), strike("B", 70, said="the mayor"))] == ["contradiction"]


def test_those_of_a_trade_are_the_whole_where_their_parts_make_them_up():
    text = "The blast killed four workers: two drivers and two nurses."
    parts = [("four workers", 4), ("two drivers", 2), ("two nurses", 2)]
    found = kinds(of_the_dead(*parts, text=text.replace("killed", "died")), strike("B", 6, published="2024-11-20"))
    assert ("killed", "update", False, [4, 6]) in found


def test_who_blames_is_whose_word_it_is():
    a = Build("The army blamed rebels for the attack.", outlet="A", published="2024-11-18")
    a.entity("group", "rebels")
    a.event("blamed", lemma="blame", type="ACCUSE", mode="allege", actors=["The army"], recipients=["rebels"])
    a.event("attack", actors=["rebels"])
    b = Build("The army attacked, the rebels said.", outlet="B", published="2024-11-18")
    b.entity("organization", "The army")
    b.event("attacked", lemma="attack", actors=["The army"], according_to=["the rebels"])
    shelf = Shelf([a.reading(), b.reading()], {})
    group = [(r.report.id, e.id) for r in (a.reading(), b.reading()) for e in r.events if e.type != "ACCUSE"]
    (dispute,) = find_disputes(join("E1", group, shelf), shelf)
    assert dispute.field == "actors"
    assert {(x.value, x.according_to[0].text) for x in dispute.accounts} == {
        ("rebels", "The army"), ("The army", "the rebels")}  # fmt: skip


def test_a_country_and_its_forces_do_not_blame_each_other():
    text = "Belor hit the mill, the mayor said. Belorian forces hit a depot, Belor said."
    told = [("Belor", "BLR", "the mayor"), ("Belorian forces", "BLR", "Belor")]
    assert kinds(laid(text, *told)) == []


def test_who_says_that_nobody_was_hurt_does_not_deny_the_attack():
    a = strike("A", 34)
    b = Build("Missiles struck and nobody was hurt, the mayor said.", outlet="B", published="2024-11-18")
    b.entity("person", "the mayor")
    first = b.event("struck", lemma="strike", according_to=["the mayor"])
    b.event("hurt", status="did_not_occur", according_to=["the mayor"], same_as=first)
    assert [kind for _, kind, _, _ in kinds(a, b.reading())] == []


def attacked(outlet, whom, *, said, arms="a drone", more=""):
    b = Build(f"{said} said that {arms} hit {whom} in Sumy.{more}", outlet=outlet, published="2024-11-18")
    b.entity("organization", said)
    b.event("hit", recipients=[whom], instruments=(b.words(arms),), according_to=[said])
    return b.reading()


def test_civilians_here_and_fighters_there_are_at_odds():
    found = kinds(attacked("A", "a group of rebels", said="The army"), attacked("B", "a house", said="A doctor"))
    assert found == []
    found = kinds(attacked("A", "nine rebels", said="The army"), attacked("B", "ten villagers", said="A doctor"))
    assert [(field, kind, sorted(values)) for field, kind, _, values in found] == [
        ("recipients", "contradiction", ["civilians", "fighters"])
    ]
    assert kinds(attacked("A", "nine rebels", said="The army"), attacked("A", "two villagers", said="The army")) == []


def test_a_mine_here_and_a_missile_there_are_at_odds():
    one = attacked("A", "a house", said="The army", arms="a mine")
    found = kinds(one, attacked("B", "a house", said="A doctor", arms="a missile"))
    assert [(field, kind, sorted(values)) for field, kind, _, values in found] == [
        ("instruments", "contradiction", ["mine", "missile"])
    ]
    assert kinds(one, attacked("B", "a house", said="A doctor", arms="a mine")) == []
    gun = attacked("C", "a house", said="A clerk", arms="a rifle")
    assert kinds(gun, attacked("B", "a house", said="A doctor", arms="a shell")) == []


def test_one_ship_is_hit_on_one_day_whatever_two_sources_say():
    def told(outlet, said, day):
        b = Build(f"{said} said that the Ostara Bay was hit.", outlet=outlet, published="2026-10-05")
        b.entity("organization", said)
        b.entity("vehicle", "Ostara Bay")
        b.event("hit", recipients=["Ostara Bay"], according_to=[said], start=f"2026-10-{day:02}",
                end=f"2026-10-{day + 1:02}", precision="day", from_="words")  # fmt: skip
        return b.reading()

    readings = [told("A", "The firm", 4), told("B", "The navy", 3)]
    assert len(set(link_events(readings, {}).values())) == 1
    ((field, kind, _, values),) = kinds(*readings)
    assert (field, kind, sorted(values)) == ("time", "contradiction", ["2026-10-03", "2026-10-04"])
    assert len(set(link_events([told("A", "The firm", 9), told("B", "The navy", 3)], {}).values())) == 2


def test_what_one_source_counts_less_is_a_part():
    b = Build("13 people died after four people died in hospital, a doctor said.", outlet="B", published="2024-11-18")
    b.event("died", according_to=["a doctor"], toll=[("killed", "13 people", "exact", 13),
                                                     ("killed", "four people", "exact", 4)])  # fmt: skip
    values = [v for _, _, _, found in kinds(strike("A", 9), b.reading()) for v in found]
    assert sorted(values) == [9, 13]


def test_a_deal_that_one_side_says_there_is_not():
    a = Build("The army and the rebels signed a deal, an envoy said.", outlet="A", published="2024-11-18")
    a.entity("organization", "The army")
    a.event("signed", lemma="sign", type="SUPPORT", actors=["The army"], according_to=["an envoy"])
    b = Build("The army said that no agreement was reached.", outlet="B", published="2024-11-18")
    b.entity("organization", "The army")
    b.event("agreement", type="AGREE", status="did_not_occur", according_to=["The army"])
    assert [(field, kind) for field, kind, _, _ in kinds(a.reading(), b.reading())] == [("status", "denial")]


def beside(negation, *, day="2024-11-17", said="Togo"):
    b = Build(f"A sniper shot a farmer, police said. {said} said that no shots were fired.", outlet="A")
    b.entity("organization", "police")
    for name in {said} - {"police"}:
        b.entity("place", name)
    b.event("shot", lemma="shoot", according_to=["police"], start="2024-11-17", end="2024-11-18", from_="words")
    b.event("fired", lemma=negation, status="did_not_occur", according_to=[said], start=day, end=day, from_="words")
    return [kind for _, kind, _, _ in kinds(b.reading())]


def test_what_was_not_on_that_day_is_denied_in_the_same_report():
    assert beside("fire") == ["denial"]
    assert beside("fire", day="2024-11-16") == beside("fire", said="police") == []


def test_a_denial_without_a_type_in_one_word_and_one_report():
    b = Build("The governor denied that a ransom was paid. Two parents said that they paid it.", outlet="A")
    denied = b.event("paid", lemma="pay", type=None, status="did_not_occur", according_to=["The governor"])
    b.event(at("paid", 1), lemma="pay", type=None, according_to=["Two parents"])
    b.statement(source="The governor", cue="denied", content="a ransom was paid", act="deny", denies=denied)
    assert [kind for _, kind, _, _ in kinds(b.reading())] == ["denial"]


def test_police_who_say_that_their_officers_did_it_are_not_at_odds_with_who_lays_it_to_the_police():
    assert kinds(blamed("A", "clerk", "police"), blamed("B", "police", "officers")) == []
    assert kinds(blamed("A", "clerk", "police"), blamed("B", "police", "deputies")) == []
    assert kinds(blamed("A", "clerk", "police"), blamed("B", "police", "deputy")) == []


def test_two_countries_are_at_odds_over_one_deed_and_not_over_two():
    def done(outlet, land, code, word, mode, to):
        b = Build(f"{land} {word} {to}.", outlet=outlet, published="2024-11-18")
        b.entity("place", land, country=code)
        b.event(word, mode=mode, actors=[land], recipients=[to])
        return b.reading()

    shelled = done("A", "Belor", "BLR", "shelled", "heavy-weapons", "homes")
    assert kinds(shelled, done("B", "Norvia", "NOR", "shelled", "heavy-weapons", "roads"))[0][0] == "actors"
    assert kinds(shelled, done("B", "Norvia", "NOR", "bombed", "aerial", "homes")) == []
    assert kinds(shelled, done("B", "Norvia", "NOR", "struck", None, "roads")) == []
    assert kinds(shelled, done("B", "Norvia", "NOR", "struck", None, "homes"))[0][0] == "actors"


def test_who_counts_fewer_is_at_odds_with_the_count_that_has_grown_until_he_moves():
    rebels = counted("A", "9 people", 9, said="The rebels")
    nurse = counted("B", "22 people", 22, said="A nurse")
    later = counted("C", "26 people", 26, said="A surgeon", published="2024-11-21")
    found = kinds(rebels, nurse, later)
    assert found == [("killed", "update", False, [22, 26]), ("killed", "contradiction", True, [9, 26])]
    moved = counted("D", "26 people", 26, said="The rebels", published="2024-11-22")
    found = kinds(rebels, nurse, later, moved)
    assert [(kind, is_open) for _, kind, is_open, _ in found] == [("update", False), ("contradiction", False)]


def test_the_greater_count_that_its_source_takes_back_settles_it():
    found = kinds(
        counted("A", "9 people", 9, said="The rebels"),
        counted("B", "22 people", 22, said="A nurse"),
        counted("C", "9 people", 9, said="A nurse", published="2024-11-21"),
    )
    assert [(is_open, sorted(values)) for _, kind, is_open, values in found if kind == "contradiction"] == [
        (False, [9, 22])
    ]


def test_a_body_may_correct_its_count_under_another_name():
    first = counted("A", "22 people", 22, said="the health ministry of Togo")
    later = counted("B", "19 people", 19, said="a spokesman for Togo's health ministry", published="2024-11-21")
    assert [kind for _, kind, _, _ in kinds(first, later)] == ["update"]
    other = counted("B", "19 people", 19, said="a spokesman for Togo's army", published="2024-11-21")
    assert [kind for _, kind, _, _ in kinds(first, other)] == ["contradiction"]


def test_a_figure_that_somebody_holds_against_another_is_not_taken_back_by_that():
    official = counted("A", "9 people", 9, said="An official")
    rebels = counted("B", "22 people", 22, said="The rebels", published="2024-11-20")
    nurse = counted("C", "9 people", 9, said="A nurse", published="2024-11-20")
    assert kinds(official, rebels, nurse) == [("killed", "contradiction", True, [22, 9])]
    own = counted("D", "9 people", 9, said="The rebels")
    found = kinds(own, rebels, nurse)
    assert found == [("killed", "update", False, [9, 22]), ("killed", "contradiction", True, [22, 9])]
    grown = counted("C", "14 people", 14, said="A nurse", published="2024-11-20")
    assert ("killed", "update", False, [9, 22, 14]) in kinds(official, rebels, grown)


def claimed(outlet, party, *, blamed=None, by=None, published="2024-11-18"):
    """A bombing, and who claims it, or who is blamed for it by whom."""
    text = f"A bomb killed two at the mill. {party} claimed it. {by or 'Nobody'} blamed {blamed or 'nobody'}."
    b = Build(text, outlet=outlet, published=published)
    for name in filter(None, (party, blamed, by)):
        b.entity("organization", name)
    deed = b.event("killed", lemma="kill", recipients=["two"], place=None)
    if blamed is None:
        b.laid(deed, "claims", party, cue="claimed", according_to=[party])
    else:
        b.laid(deed, "blamed", blamed, cue="blamed", according_to=[by])
    return b.reading()


def test_who_claims_it_and_who_is_blamed_for_it_are_at_odds():
    (dispute,) = disputes(claimed("A", "Dusk Front"), claimed("B", "Dusk Front", blamed="Mill Guild", by="Reeve"))
    assert (dispute.field, dispute.kind) == ("actors", "contradiction")
    assert {account.value for account in dispute.accounts} == {"Dusk Front", "Mill Guild"}
    assert kinds(claimed("A", "Dusk Front"), claimed("B", "Dusk Front", blamed="Dusk Front", by="Reeve")) == []


def test_a_linked_event_has_every_word_on_who_did_it():
    later = claimed("B", "Dusk Front", blamed="Mill Guild", by="Reeve", published="2024-11-19")
    readings = claimed("A", "Dusk Front"), later
    event = join("E1", [(r.report.id, "v1") for r in readings], Shelf(readings, {}))
    assert [(one.party, one.stance, one.outlet) for one in event.responsibility] == [
        ("Dusk Front", "claims", "A"),
        ("Mill Guild", "blamed", "B"),
    ]
