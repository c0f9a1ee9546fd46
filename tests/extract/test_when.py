"""When an event is: its own words, those of the event around it, or of the deed before it; else the dateline's day."""

from __future__ import annotations

import pytest

from tests.extract.test_events import DAY, reading

pytestmark = pytest.mark.model


def days(text: str) -> dict[str, str | None]:
    """Trigger → first day of the event, None for the dateline's."""
    found = reading(text).events
    return {e.trigger.text: e.start[:10] if e.start and e.from_ == "words" else None for e in found}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Officials fled the town in September after rebels took control of the port.", "took control", "2023-09-01"),
        ("Fighting broke out in Taiz on Sunday between soldiers and rebels.", "Fighting", "2024-03-10"),
        ("The mayor said that he would join a second march on Friday.", "march", "2024-03-15"),
        ("On Monday rebels seized the village of Olmen after heavy clashes with the army.", "clashes", "2024-03-11"),
        (
            "The mayor condemned the raid on a farm near Malakal on Sunday, in which two men died.",
            "raid",
            "2024-03-10",
        ),
        (
            "Togo accused Benin of bombing two farms in Mandouri last week and recalled its envoy.",
            "bombing",
            "2024-03-04",
        ),
        ("Togo accused Benin of bombing two farms in Mandouri last week and recalled its envoy.", "recalled", None),
        ("The bombing, which killed 16 people in November, was claimed by a splinter group.", "bombing", "2023-11-01"),
        ("A truce, which came into force on 3 August, ended on Friday.", "truce", "2023-08-03"),
        (
            "The next round of talks, which is scheduled to open in Quito in May, will be long.",
            "round of talks",
            "2024-05-01",
        ),
        ("Two days after rebels attacked a base, the army shelled the town on Tuesday.", "attacked", "2024-03-10"),
        ("Police broke up a protest in Lima on Tuesday.", "protest", "2024-03-12"),
        ("The two queens discussed the outcomes of the June 2021 summit in Bern.", "discussed", None),
        ("The two queens discussed the outcomes of the June 2021 summit in Bern.", "summit", "2021-06-01"),
        ("Last week the envoys held a meeting at which they discussed the harvest.", "discussed", "2024-03-04"),
    ],
)
def test_the_time_of_the_event_around_it(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Gunmen attacked a convoy on Monday. They burned three trucks.", "burned", "2024-03-11"),
        (
            "Gunmen attacked a convoy on Monday. They burned three trucks and kidnapped a cook.",
            "kidnapped",
            "2024-03-11",
        ),
        ("In 1994 militiamen killed 800 villagers. They also burned the church.", "burned", "1994-01-01"),
        ("Gunmen attacked a convoy on Monday. Norway condemned the attack.", "condemned", None),
        ("Gunmen attacked a convoy on Monday. They have burned three trucks.", "burned", None),
        ("Gunmen attacked a convoy on Monday. Students burned three tyres.", "burned tyres", None),
    ],
)
def test_a_deed_of_the_same_people_goes_on_at_the_time_of_the_one_before(
    text: str, trigger: str, day: str | None
) -> None:
    assert days(text)[trigger] == day


def test_what_is_to_come_was_not_in_the_past() -> None:
    (trial,) = [
        e
        for e in reading("Students want a trial of those responsible for the fire in Ruse in November.").events
        if e.trigger.text == "trial"
    ]
    assert trial.start is None


@pytest.mark.parametrize("head", ["BOGOTA, Mar 13 - ", "Bogota, 13 March - ", "BOGOTA, March 13 (Wire) -- "])
def test_the_day_of_the_dateline_is_no_time_of_an_event(head: str) -> None:
    (event,) = [e for e in reading(head + "Rebels freed nine nuns.").events if e.trigger.text == "freed"]
    assert (event.from_, event.start) == ("dateline", DAY)


def test_tellings_of_one_event_have_one_time_and_place() -> None:
    found = reading("Rebels bombed a bakery in Ruse. The bombing took place on Sunday.")
    first, second = (e for e in found.events if e.type == "ASSAULT")
    assert second.same_as == first.id
    assert (first.start, first.from_) == (second.start, second.from_) == ("2024-03-10", "words")
    assert first.place == second.place is not None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The raid was the worst since June 2023, when gunmen killed 30 villagers.", "raid", None),
        ("The raid was the worst since June 2023, when gunmen killed 30 villagers.", "killed", "2023-06-01"),
        ("It was the first visit by an Omani envoy since 2011, when rebels seized Dorvat.", "visit", None),
        ("It was the first visit by an Omani envoy since 2011, when rebels seized Dorvat.", "seized", "2011-01-01"),
    ],
)
def test_what_an_event_is_compared_with_is_not_when_it_was(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    "text",
    [
        "Two men were sentenced to death for the murder of a diplomat.",
        "Police arrested four men over the murder of a priest.",
        "A clerk was charged with the murder of two nurses.",
    ],
)
def test_a_deed_that_somebody_is_charged_with_was_not_on_the_day_of_the_report(text: str) -> None:
    by_trigger = {e.trigger.text: e for e in reading(text).events}
    assert by_trigger["murder"].start is None
    assert {e.from_ for e in by_trigger.values()} == {None, "dateline"}


def test_what_had_happened_before_is_not_dated_by_the_report() -> None:
    told = {
        e.trigger.text: e for e in reading("The envoy arrived in Dorvat, where rebels had attacked a convoy.").events
    }
    assert told["attacked"].start is None
    said = {e.trigger.text: e for e in reading("He said that rebels had attacked a convoy.").events}
    assert said["attacked"].from_ == "dateline"


def test_nobody_dies_twice() -> None:
    text = "Deputy Omar Diallo was killed on Friday. Police said Diallo was shot to death with his own gun."
    first, second = reading(text).events
    assert second.same_as == first.id
    assert second.start == first.start


def test_a_paragraph_that_has_gone_back_goes_on_in_those_times() -> None:
    text = (
        "Dara Ilves was arrested on Monday. In 1999, Ilves stabbed a guard in Oran. A mob burned his house. The police "
        "searched the hills.\n\nThe governor visited Bor."
    )
    found = days(text)
    assert found["stabbed"] == found["burned"] == found["searched"] == "1999-01-01"
    assert found["visited"] is None


def test_what_is_told_of_now_ends_the_old_times() -> None:
    found = days("In March 2021 the army took Oran. Rebels attacked it on Monday. The soldiers withdrew.")
    assert (found["took"], found["attacked"], found["withdrew"]) == ("2021-03-01", "2024-03-11", None)


def test_violence_against_one_with_a_name_is_told_again_by_any_word() -> None:
    found = reading(
        "Lumo Petrak, a pilot, was shot dead on March 3 in Oran.\n\nPetrak was slain by two men, police said."
    ).events
    shot, slain = (e for e in found if e.type == "ASSAULT")
    assert slain.same_as == shot.id and slain.start == shot.start


def test_two_attacks_on_one_person_with_their_days_are_two() -> None:
    found = reading("Gunmen shot Petrak in Oran on March 3. In 2019, gunmen shot Petrak in Bor.").events
    assert [e.same_as for e in found if e.type == "ASSAULT"] == [None, None]


def test_an_article_is_nothing_that_two_tellings_share() -> None:
    port, hill = reading("The militia controls the port. The army has held the hill since March.").events
    assert (port.same_as, hill.same_as) == (None, None)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("We spoke of it yesterday, so I would ask you to leave the hall.", "ask", None),
        ("Last week rebels shelled the town, and the army is now shelling their camp.", "shelled", "2024-03-04"),
        ("In the run-up to the June vote, the police arrested nine activists.", "arrested", None),
        ("The king thanked the guests for the gifts ahead of Christmas.", "thanked", None),
        ("The envoys will meet in Lima ahead of the 16 May summit.", "meet", None),
        ("The envoys will meet in Lima ahead of the 16 May summit.", "summit", "2024-05-16"),
        ("The cathedral was shelled on Christmas Eve.", "shelled", "2023-12-24"),
        ("Police arrested a man over last year's raid.", "arrested", None),
        ("A man was arrested in connection with last year's bombings.", "arrested", None),
        ("A man was arrested in connection with last year's bombings.", "bombings", "2023-01-01"),
        ("Police arrested nine men on Monday in connection with a bombing.", "bombing", None),
        ("It now turns out that they knew of the shooting.", "shooting", None),
        ("It was the worst violence to hit Togo since riots in 2008.", "hit", None),
        ("It was the worst violence to hit Togo since riots in 2008.", "riots", "2008-01-01"),
        ("On the eve of the June vote, the police arrested nine activists.", "arrested", None),
        ("The queens exchanged views on the recently grown trade of the islands.", "exchanged views", None),
        ("The queens sent greetings on the coming Christmas and agreed to meet.", "agreed to", None),
        ("They praised the messages of the summit in Riga on 1 March.", "summit", "2024-03-01"),
        ("She spoke of the next summit of heads of the member states, scheduled for May 16.", "summit", "2024-05-16"),
    ],
)
def test_what_stands_before_or_beside_a_dated_thing_is_not_dated_by_it(
    text: str, trigger: str, day: str | None
) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    "text",
    [
        "Rebels have repeatedly attacked the town.",
        "The army has long shelled villages on the border.",
        "For years the militia has attacked convoys.",
        "In recent weeks gunmen have attacked several villages.",
        "Gunmen have attacked the garrison several times.",
        "The town survived repeated attacks by the rebels.",
        "Rebels have repeatedly robbed and killed villagers.",
        "Every week gunmen attack a convoy.",
    ],
)
def test_what_is_told_of_many_days_is_not_dated_by_the_report(text: str) -> None:
    assert [e.start for e in reading(text).events if e.type == "ASSAULT"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen have attacked the garrison.",
        "Gunmen attacked a convoy two hours after the garrison had left.",
        "Gunmen attacked a village that they had long held.",
        "A judge jailed the rebel for 12 years.",
    ],
)
def test_a_length_of_time_that_says_not_when_leaves_the_day_of_the_report(text: str) -> None:
    assert next(e.from_ for e in reading(text).events if e.type in ("ASSAULT", "COERCE")) == "dateline"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # the lead is of yesterday
        ("The mayor of Oran urged calm on Wednesday.\n\nHe accused the guild of theft.", "accused", "2024-03-13"),
        ("Guild slams mayor of Oran\n\nThe guild slammed the mayor on Wednesday.", "slams", "2024-03-13"),
        (
            "The mayor of Oran rose to speak on Wednesday. Students threw eggs at him and were arrested.",
            "arrested",
            "2024-03-13",
        ),
        (
            "The mayor of Oran managed to stay on, beating Reis in the vote Wednesday. He accused the guild of theft.",
            "accused",
            "2024-03-13",
        ),
        # of today, or of days ago
        ("The mayor of Oran urged calm on Thursday.\n\nHe accused the guild of theft.", "accused of", None),
        ("The mayor of Oran urged calm on Monday.\n\nThe guild accused him of theft.", "accused", None),
        # a time that is a thing's, and not the lead's
        ("The queen praised a guild that won the vote of Wednesday. She thanked the mayor of Oran.", "thanked", None),
        # of now, and beside another time
        ("The mayor of Oran urged calm on Wednesday. The guild has accused him of theft.", "accused", None),
        (
            "The mayor of Oran urged calm on Wednesday. After a vote in 2019 the guild accused him of theft.",
            "accused",
            None,
        ),
    ],
)
def test_a_report_that_opens_with_yesterday_goes_on_in_it(text: str, trigger: str, day: str | None) -> None:
    found = {e.trigger.text.split()[0]: e for e in reading(text).events}[trigger.split(maxsplit=1)[0]]
    words = found.start is not None and found.from_ == "words"
    assert (found.start if words else None) == day


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        ('"We asked the guild for help," the mayor of Oran said.', "asked", False),
        ('"Rebels have seized the mine," the mayor of Oran said.', "seized", False),
        ('"We condemn the guild," the mayor of Oran said.', "condemn", True),
        ("The mayor of Oran said that rebels seized the mine.", "seized", True),
    ],
)
def test_what_is_told_of_the_past_in_direct_speech_is_not_dated_by_the_report(
    text: str, trigger: str, dated: bool
) -> None:
    (found,) = (e for e in reading(text).events if e.trigger.text.split()[0] == trigger)
    assert (found.from_ == "dateline") == dated


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        ("Traders in Oran complained of the consequences of Chad's aggression.", "aggression", False),
        ("The guild mocked the mayor's decision to close the port.", "decision", False),
        ("The queen was told of the progress of the talks between Chad and Togo.", "talks", False),
        ("The queen and the mayor of Oran spoke at the beginning of the talks.", "talks", True),
        ("Rebels launched an attack on the port of Oran.", "attack", True),
        ("During the meeting the queen thanked the mayor of Oran.", "meeting", True),
    ],
)
def test_what_a_noun_only_mentions_is_not_dated_by_the_report(text: str, trigger: str, dated: bool) -> None:
    (found,) = (e for e in reading(text).events if trigger in e.trigger.text)
    assert (found.from_ == "dateline") == dated


def test_a_noun_that_takes_up_the_news_keeps_its_day() -> None:
    first, second = (
        e for e in reading("Rebels attacked Oran. The queen mocked the attack.").events if e.type == "ASSAULT"
    )
    assert second.same_as == first.id
    assert first.start == second.start == "2024-03-14"


def test_what_follows_on_had_had_happened_too() -> None:
    text = "Rebels had attacked the port of Oran, but they were arrested."
    assert all(e.start is None for e in reading(text).events)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # what is joined to a saying or was its occasion, or what a verb of saying does not say
        ("The mayor spoke to reporters on Monday and thanked the nurses.", "thanked", "2024-03-11"),
        ("The mayor told a rally on Monday that the mill would close.", "rally", "2024-03-11"),
        ("The bombings in Gao last week claimed nine lives.", "bombings", "2024-03-04"),
        ("The mayor said on Monday that rebels attacked the mill.", "attacked", None),
        # the verb that brings it about
        ("The guild wants the court to lift the injunction issued on Friday.", "injunction", "2024-03-08"),
        ("The mayor condemned the attacks that rebels launched on two mills on Sunday.", "attacks", "2024-03-10"),
        ("The mayor condemned the attacks that nurses described on Sunday.", "attacks", None),
        # what a letter does
        ("In late January nurses sent a letter to the mayor urging him to resign.", "urging", "2024-01-21"),
        # lengths of time that lead up to the report
        ("In the past three weeks, police have arrested nine miners.", "arrested", "2024-02-22"),
        ("Togo will send guns to Benin over the next year.", "send", "2024-03-14"),
        # what is done by saying so
        ("Togo said on Monday that it will send guns to Benin.", "will send", "2024-03-11"),
        ("Togo will send guns to Benin on Friday, it said.", "will send", None),
    ],
)
def test_a_time_beside_the_words_is_found(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


def test_a_length_of_time_is_lent_to_no_other_telling() -> None:
    text = "Rebels bombed a bakery in Ruse. The bombing of the bakery lasted through the past three days."
    first, *_ = (e for e in reading(text).events if e.type == "ASSAULT")
    assert first.from_ == "dateline"


def test_what_did_not_occur_has_no_day() -> None:
    found = {e.trigger.text: e for e in reading("Rebels did not attack the mill. They attacked the bridge.").events}
    assert [e.start for e in found.values() if e.status == "did_not_occur"] == [None]
    assert [e.start for e in found.values() if e.status == "occurred"] == [DAY]


def test_what_the_first_sentence_tells_of_other_times_is_background() -> None:
    text = "The mayor, who had endorsed a rival, thanked the nurses."
    told = {e.trigger.text: e.salience for e in reading(text).events if e.type is not None}
    assert (told["endorsed"], told["thanked"]) == ("background", "main")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Holm agreed to sell the yard to a cousin in 2019, records show.", "agreed to", "2019-01-01"),
        ("The court agreed to take a second look at the plan last June.", "agreed to", "2023-06-01"),
        ("The bureau decided against recommending charges against Holm in July.", "decided", "2023-07-01"),
        ("You signed an order to establish the office in 2012.", "signed", "2012-01-01"),
        ("Holm agreed to open the port in May.", "agreed to", None),
        ("Togo accused Benin of bombing two farms last week.", "accused of", None),
    ],
)
def test_what_is_over_with_a_plan_was_decided_then(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Chad and Togo commit to deepen their work, also under Chad's presidency next year.", "commit to", DAY[:10]),
        ("The mayor said on Monday that he would build a school in Lorn.", "would build", "2024-03-11"),
    ],
)
def test_what_is_done_by_saying_it_is_of_the_day_of_the_saying(text: str, trigger: str, day: str) -> None:
    found = {e.trigger.text: (e.status, e.start and e.start[:10]) for e in reading(text).events}
    assert found[trigger] == ("occurred", day)


def test_a_talk_that_somebody_had_is_when_and_where_they_had_it() -> None:
    found = reading("Ida Holm detailed a conversation that the two leaders had in Oslo in 2019.")
    talk = next(e for e in found.events if e.type == "CONSULT")
    place = next(e.name for e in found.entities if e.id == talk.place)
    assert (talk.start and talk.start[:10], place) == ("2019-01-01", "Oslo")


def test_what_somebody_had_been_is_of_another_time() -> None:
    found = days("Weavers, who had been on strike since January over wages, went back to work.")
    assert found["strike"] == "2024-01-01" and found["went back to work"] is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("At the summit in Oslo on Monday the two queens signed a treaty.", "signed treaty", "2024-03-11"),
        ("Guards freed nine nuns whom they had seized at a mill on 7 March.", "seized", "2024-03-07"),
        ("Guards freed nine nuns whom they had seized at a mill on 7 March.", "freed", None),
        ("Since January weavers have also marched in Oran.", "marched", "2024-01-01"),
        ("The governor declared a state of emergency in Oran on Monday.", "state of emergency", "2024-03-11"),
        ("Rebels raided the port on Monday. Two guards were wounded.", "wounded", "2024-03-11"),
        ("Rebels have held the port since Monday. Two guards were wounded.", "wounded", None),
        ("The minister flew to Oran on Monday. He promised to build a mill.", "promised", "2024-03-11"),
        ("The minister flew to Oran on Monday. The mayor promised to build a mill.", "promised", None),
    ],
)
def test_the_day_of_the_occasion_and_of_the_sentence_before(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


def test_a_paragraph_of_today_is_not_of_the_day_of_the_lead() -> None:
    lead = "A mine killed three nuns on Wednesday, the army said.\n\n"
    text = lead + "Troops sealed off two villages on Thursday. Herders threw stones at them."
    assert days(text)["threw"] == "2024-03-14"
    assert days(lead + "Herders threw stones at soldiers.")["threw"] == "2024-03-13"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Raiders rode into Olmen during the Sunday service.", "rode", "2024-03-10"),
        ("The mayor imposed a night curfew on Oran on Monday.", "curfew", "2024-03-11"),
        ("The two armies swapped captives on Sunday: Togo freed nine men.", "freed", "2024-03-10"),
        ("Guards fired at bakers on Monday who were marching on a mill.", "marching", "2024-03-11"),
        (
            "In 2013 a court ruled that the mill was hers. The mayor rejected the ruling at once.",
            "rejected",
            "2013-01-01",
        ),
        ("In 2013 a court ruled that the mill was hers. The mayor rejected the new plan.", "rejected", None),
    ],
)
def test_days_of_occasions_and_of_what_goes_on_meanwhile(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        # two days on, where the first sentences name the day
        ("Togo and Benin met in Oran on Tuesday to discuss a new border.", "discuss", "2024-03-12"),
        (
            "The talks were held in Oran on Tuesday.\n\nThe mayor accused the guild of theft.",
            "accused of",
            "2024-03-12",
        ),
        ("A mill burned. It was old. A cook saw it. The mayor went on Tuesday.\n\nHe thanked a cook.", "thanked", None),
        # a noun, by the verb that tells of it
        ("The mayor of Oran urged calm on Wednesday.\n\nThe talks were part of a plan.", "talks", "2024-03-13"),
        ("The mayor of Oran urged calm on Wednesday.\n\nThe talks are part of a plan.", "talks", None),
    ],
)
def test_the_day_of_the_news_may_be_two_days_old_and_is_that_of_talks_too(
    text: str, trigger: str, day: str | None
) -> None:
    assert days(text)[trigger] == day


MILL = "A mill burned on Thursday. It was white. A nun sang there. A cook swam.\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At the time rebels attacked the port.", None),
        ("Rebels at the time attacked the port.", None),
        ("At that moment rebels attacked the port.", None),
        ("In those days rebels attacked the port.", None),
        ("Back then, rebels attacked the port.", None),
        ("In the past, rebels were forced to attack the port.", None),
        ("The mill was built in 1999.\n\nGunmen attacked the garrison.", None),
        (MILL + "Gunmen have attacked the garrison.", None),
        # of now
        ("At the same time rebels attacked the port.", "2024-03-14"),
        ("Rebels then attacked the port.", "2024-03-14"),
        ("Gunmen have attacked the garrison.", "2024-03-14"),
        (MILL + "Gunmen have just attacked the garrison.", "2024-03-14"),
    ],
)
def test_what_is_told_of_a_time_before_has_not_the_day_of_the_report(text: str, day: str | None) -> None:
    start = next(e.start for e in reading(text).events if e.type == "ASSAULT")
    assert start == day


def test_what_a_clause_of_when_speaks_of_has_its_own_time() -> None:
    found = days("It was the first since 2016, when the mayor spoke of the 2011 bombing.")
    assert found["bombing"] == "2011-01-01"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("While touring a mine on Tuesday, the queen thanked a cook.", "thanked", "2024-03-12"),
        ("While celebrating a win on Tuesday night, Reis mocked his rival.", "mocked", "2024-03-12"),
        ("Police fired tear gas on Tuesday at nuns who marched on the mill.", "marched", "2024-03-12"),
        ("Police arrested two men who robbed a bank.", "robbed", None),
        ("Gunmen demanded a ransom, but talks broke off on Tuesday.", "demanded ransom", None),
        (
            "Ministers met in Oran on Tuesday.\n\nThey accused gangs of killing nine men since January.\n\nIn the "
            "evening they signed a pact.",
            "signed pact",
            "2024-03-12",
        ),
    ],
)
def test_what_was_done_meanwhile_before_and_in_the_evening(text: str, trigger: str, day: str | None) -> None:
    found = next(e for e in reading(text).events if e.trigger.text == trigger)
    assert (found.start and found.start[:10]) == day


@pytest.mark.parametrize("words", ["in a video on Sunday", "in a statement on Sunday", "on Sunday"])
def test_the_day_of_a_statement_is_not_that_of_what_it_tells(words: str) -> None:
    assert days(f"The group said {words} that it had shelled the village.")["shelled"] is None


def test_the_day_of_a_deed_that_is_confirmed_is_its_own() -> None:
    found = reading(
        "The office said on Friday it had verified 19 deaths in the shelling of a market in Gao on Tuesday."
    )
    (event,) = (e for e in found.events if e.trigger.text == "shelling")
    assert event.from_ == "words"


def test_talks_lend_no_day_to_what_they_are_about() -> None:
    (war,) = (e for e in reading("The envoys discussed the war in Sudan on Monday.").events if e.type == "ASSAULT")
    assert (war.start, war.from_) == (None, None)
    (raid,) = (e for e in reading("The envoys discussed Monday's raid on Gao.").events if e.type == "ASSAULT")
    assert raid.from_ == "words"


def test_what_is_told_of_every_thing_has_no_day() -> None:
    text = "Every village that the rebels capture is looted, the mayor said."
    assert [e.start for e in reading(text).events if e.type] == [None, None]
    over = "Every village that the rebels captured was looted, the mayor said."
    assert all(e.start for e in reading(over).events if e.type)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Fishermen blocked the harbour in April. Guards detained a trader, who was freed in July.",
            "detained",
            "2023-04-01",
        ),
        (
            "Students occupied the college in May. Police stormed it and seized two men, who were acquitted in July.",
            "stormed",
            "2023-05-01",
        ),
        ("Fishermen blocked the harbour in April. Guards detained a trader in June.", "detained", "2023-06-01"),
        (
            "Gunmen raided the village on Sunday. They took a nurse, who had been abducted once before in 2021.",
            "took",
            "2024-03-10",
        ),
    ],
)
def test_a_relative_clause_does_not_stop_the_story(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The parliament approved a fund last year, but has yet to release the money.", "release", None),
        ("The ministry signed the contract in 2022 but has not delivered the trucks.", "delivered", None),
        ("The ministry signed the contract in 2022 but did not deliver the trucks.", "deliver", "2022-01-01"),
    ],
)
def test_what_has_not_been_is_of_no_past_day(text: str, trigger: str, day: str | None) -> None:
    assert days(text)[trigger] == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The truce lasted until late October, when rebels shelled the port.", "shelled", "2023-10-21"),
        ("On Sunday rebels entered Gao. They burned a school and returned two days later.", "burned", "2024-03-10"),
        ("In May 2021 they broke away. Nine nurses have been killed since.", "killed", "2021-05-01"),
        ("Gunmen shot a man with whom he had fought in May on Sunday. At noon police shot two.", "shot", "2024-03-10"),
    ],
)
def test_times_of_clauses_beside(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == day


def test_days_that_are_joined_are_one_stretch() -> None:
    (event,) = (e for e in reading("Rebels shelled the camp on March 9 and 10, officials said.").events if e.type)
    assert (event.start, event.end) == ("2024-03-09", "2024-03-11")


def test_what_lasts_until_a_day_is_not_of_it() -> None:
    event = next(e for e in reading("The mayor imposed a curfew until 30 March.").events if e.type)
    assert event.start != "2024-03-30"


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Analysts doubt that the ceasefire will survive the end of the month.", "occurred", None),
        ("The ceasefire will collapse before 30 March, analysts said.", "occurred", None),
        ("A ceasefire will begin on 30 March, the envoy said.", "planned", "2024-03-30"),
    ],
)
def test_what_is_there_has_no_day_that_is_to_come(text: str, status: str, day: str | None) -> None:
    (event,) = (e for e in reading(text).events if e.trigger.text == "ceasefire")
    assert (event.status, (event.start or "")[:10] or None) == (status, day)
