"""Outlooks: what is expected to its exact words, how likely, until when, by whom; and what expects nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Outlook, Reading

Read = Callable[..., Reading]
PUBLISHED = "2024-03-12"

pytestmark = pytest.mark.model


def outlook(read: Read, text: str) -> Outlook:
    found = read(text, published=PUBLISHED).outlooks
    assert len(found) == 1, [(one.cue.text, one.content.text) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "With its stores showing no sign of refilling, the province will need to ration flour.",
            "the province will need to ration flour",
        ),
        ("At the same time, the guild will open two wells.", "the guild will open two wells"),
        ("The ferry will dock at noon, but the crew will not go ashore.", None),
        ("``We will rebuild the mill,'' said the abbot.", "We will rebuild the mill"),
        ("Millers say raising the toll could ruin them.", "raising the toll could ruin them"),
        ("Carters are counting on a quick thaw.", "a quick thaw"),
        ("The depot will hold grain and will serve us.", "The depot will hold grain and will serve us"),
        ("There is potential for intensified shelling along the river.", "intensified shelling along the river"),
        ("I am certain that the new bridge will bring peace.", "the new bridge will bring peace"),
        ("The yard is on track to launch two tugs.", "The yard is on track to launch two tugs"),
        ("If the rains fail, two towns will go hungry.", "If the rains fail, two towns will go hungry"),
        ("Millers expect prices to ease by the end of the year.", "prices to ease by the end of the year"),
        ("Unless the tolls fall, the carters will strike.", "Unless the tolls fall, the carters will strike"),
        ("Should the dyke break, the mill will drown.", "Should the dyke break, the mill will drown"),
        ("The guild stands on the brink of collapse.", "The guild stands on the brink of collapse"),
        ("The abbot is on the point of resigning, a monk said.", "The abbot is on the point of resigning"),
        ("Guns were moved to the ridge in preparation for an offensive.", "an offensive"),
        ("The khan moved guns to the ridge, risking a wider war.", "a wider war"),
        ("The summit is to cover fishing rights.", "The summit is to cover fishing rights"),
        ("They affirmed their readiness to continue working together.", "continue working together"),
        ("The envoy announced the intention of the league to open a school.", "open a school"),
        ("A treaty could be signed within six months.", "A treaty could be signed within six months"),
        ("The signing of two papers is planned.", "The signing of two papers is planned"),
        ("It was agreed to continue contacts.", "to continue contacts"),
        ("We will keep working for the guild.", "We will keep working for the guild"),
        ("The council is considering a new tax.", "a new tax"),
        ("The kingdom risks isolation.", "isolation"),
        ("The country may join the league next year.", "The country may join the league next year"),
        ("The truce appears set to collapse.", "The truce appears set to collapse"),
        ("They drew a new mill that is to be built on the cape.", "a new mill that is to be built on the cape"),
        ("Bandits are poised to take the mill.", "Bandits are poised to take the mill"),
        ("The duke has no plans to free her.", "free her"),
        ("The khan threatened to burn the mill unless the tolls were paid.", "to burn the mill"),
        ("There is a real danger that the ice will break.", "the ice will break"),
        ("The talks are to resume in May.", "The talks are to resume in May"),
        ("The trial of the reeve opens on 2 April.", "The trial of the reeve opens on 2 April"),
        ("The carters planned to leave the town on Thursday.", "to leave the town on Thursday"),
        ("Millers expect another flood before the end of the year.", "another flood before the end of the year"),
        ("The guild is considering opening a second mill.", "opening a second mill"),
        ("The vote, due in May, has split the guild.", "The vote, due in May"),
        ("Talks scheduled for Monday will deal with tolls.", "Talks scheduled for Monday will deal with tolls"),
        ("The guild has called a strike for March 20.", "a strike for March 20"),
        ("Under the plan, the guards would leave in May.", "the guards would leave in May"),
        ("The duke did not rule out sending troops.", "sending troops"),
        ("The mill is expected to be torn down.", "The mill is expected to be torn down"),
        ("The ships helped end the war and now are poised to sail.", "now are poised to sail"),
        ("That fact will never change.", "That fact will never change"),
        ("The league is weighing new sanctions against the bank.", "new sanctions against the bank"),
        ("Nurses fear a repeat of last year's famine.", "a repeat of last year's famine"),
        ("There is a one in three chance that the truce will collapse by June.", "the truce will collapse by June"),
        ('He said the panel would begin work "very soon".', 'the panel would begin work "very soon"'),
    ],
)  # fmt: skip
def test_content(read: Read, text: str, content: str | None) -> None:
    found = [one.content.text for one in read(text, published=PUBLISHED).outlooks]
    assert found == ([content] if content else ["The ferry will dock at noon", "the crew will not go ashore"])


@pytest.mark.parametrize(
    "text",
    [
        "I would also like to extend my words of thanks to the harbour crews.",
        "I would like to stress that the bridge is open.",
        "I will add that the bridge is open.",
        "We will always remember the miners of Karas.",
        "The truce was made possible by weeks of quiet talks.",
        "New pumps make it possible for farmers to draw clean water.",
        "It is possible that the barge struck a rock.",
        "Everyone here has a chance to succeed.",
        "The new rules reduce the risk of floods.",
        "The weevil threatens the crops.",
        "The abbot offered his condolences.",
        "The mayor considers the well as the cause.",
        "The keeper greeted them on the upcoming New Year.",
        "Expectations for next year are good.",
        "The way out is to dig a second well.",
        "Divers said there was no hope of finding the crew.",
        "We had thought that rents would fall.",
        "The skipper is convinced that the ice was thin.",
        "Nobody knows what the wreck could hold.",
        "The clerk said the abbot would sometimes hide the ledgers.",
        "Their first reaction is to blame the millers.",
        "The weevil is a threat to the orchards.",
        "The pilots wanted a photograph.",
        "This is possible because of the new canal.",
        "The delay may be due to the fog.",
        "One might say that the canal is a lifeline.",
        "May this medal be a sign of our thanks.",
        "The bureau estimates that nine wells have run dry.",
        "The guild has found promising herbs.",
        "Nobody expects the truce to last.",
        "Officials estimate that nine bandits are in the valley.",
        "The navy said the ship fired a torpedo, in what would be the first use of such a weapon at sea.",
        "No miller fears that the dam will break.",
        "The flood is feared to have drowned nine sheep.",
        "The reeve denied that the guild is about to close the mill.",
        "It does not mean that the league is about to collapse.",
        "There is no reason to believe that the bandits plan to strike again.",
        "I know what we are going to talk about.",
        "It would be wise to wait for the thaw.",
        "That means closing the mill.",
        "Some want to know whether the mill will close.",
        "The sheep are set up in tents.",
        "The skipper is not sure that the ice will hold.",
        "I thought this might be the last fair.",
        "It may be too early to speak of peace.",
        "The guild has shown its potential to grow.",
        "You have to be ready to hold the gate.",
        "I would like to suggest three days for the fair.",
        "They decided they were going to wait.",
        "The two raids may be linked.",
        "The guild held a planned discussion.",
        "We have prepared a speech.",
        "The guild wants peace to avert a feud that would benefit nobody.",
        "The duke ruled out sending troops.",
        "The union called a strike in 1991.",
        "Every man who has decided to serve the guild is welcome.",
        "The duke was convinced he could take the mill.",
        "The carters planned to leave the town on 3 May 2019.",
        "A planned visit of the duke to the port in June was postponed.",
        "I praise your readiness to stand any trial.",
        "Which side will win is unclear, he said.",
        "The junta denied plans to delay the vote.",
        "The premier has denied having any plan to seize the port.",
        "The minister dismissed fears that the bank would collapse.",
    ],
)
def test_nothing_is_expected(read: Read, text: str) -> None:
    assert [one.content.text for one in read(text, published=PUBLISHED).outlooks] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The dam will almost certainly overflow, engineers warned.", 0.95, 0.99),
        ("Envoys doubt that the rebels will sign.", 0.15, 0.33),
        ("The chances of a truce this year are slim.", 0.05, 0.15),
        ("There is a one in four chance that the levee will break.", 0.25, 0.25),
        ("There was only a remote chance that the levee would hold, a mason said.", 0.01, 0.05),
        ("It was unlikely, she added, that Norway would sign the treaty this month.", 0.2, 0.45),
        ("The abbot doubted that the carters would stop burning straw.", 0.15, 0.33),
        ("There is a 50-50 chance that the levee will break.", 0.5, 0.5),
        ("There is a 30 percent chance that the levee will break.", 0.3, 0.3),
        ("Masons at the guild put the chance of a flood at 40 percent.", 0.4, 0.4),
        ("The levee will probably break, a mason said.", 0.55, 0.8),
        ("A flood is highly unlikely, a mason said.", 0.05, 0.2),
        ("The chances that the miners are freed this week are less than one in five.", 0.0, 0.2),
        ("There is a more than 60 percent chance that the levee will break.", 0.6, 1.0),
        ("The guild put the odds of a strike at better than even.", 0.55, 0.6),
        ("A strike is all but certain to follow.", 0.95, 0.99),
    ],
)
def test_probability(read: Read, text: str, low: float, high: float) -> None:
    found = outlook(read, text).probability
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("Raids are highly likely within weeks.", "within weeks", None),
        ("He expressed hope that the captives would be freed soon.", "soon", None),
        ("By Friday, the miners will have to leave the pit.", "Friday", "2024-03-15"),
        ("On 21 March, the two ministers will meet.", "21 March", "2024-03-21"),
        ("The old law will come into force on 18 May.", "18 May", "2024-05-18"),
        ("This year the guild will open more wells than it did last year.", "This year", "2024-01-01"),
        ("The guild will open two wells in the near future.", "the near future", "2024-03-12"),
        ("There is little chance of a truce this year.", "this year", "2024-01-01"),
        ("The levee could break before the rainy season, a mason said.", "the rainy season", None),
        ("The khan vowed on Monday to free the miners by June.", "June", "2024-06-01"),
        ("Nurses warned of cholera by June.", "June", "2024-06-01"),
        ("The levee could break in a matter of days.", "in a matter of days", None),
        ("The levee could break as early as May.", "May", "2024-05-01"),
        ("Frost is very likely before Harvest Day on April 3, a miller said.", "Harvest Day on April 3", "2024-04-03"),
        ("Trams could push the carts out of the town by the autumn.", "the autumn", "2024-09-01"),
    ],
)
def test_horizon(read: Read, text: str, words: str, start: str | None) -> None:
    horizon = outlook(read, text).horizon
    assert horizon is not None
    assert (horizon.text, horizon.start) == (words, start)


@pytest.mark.parametrize(
    "text",
    [
        "The guild said on Tuesday that it would open two wells.",
        "The court will weigh the current lease.",
        "Even beyond the levies that we are announcing today, we will take new steps.",
        "The guild will repeat what it has done in recent weeks.",
        "The guild will make plans for the future.",
        "The khan vowed on Monday to free the miners.",
        "The third raid in two years is all but certain to bring sanctions.",
    ],
)
def test_no_horizon(read: Read, text: str) -> None:
    assert outlook(read, text).horizon is None


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The miners are confident that the pit will reopen.", "The miners"),
        ("It is certain that the pit will reopen.", None),
        ("It was agreed to keep the pit open.", None),
        ("In the view of the lawyer Karin Holm, a closure of the pit is unlikely.", "the lawyer Karin Holm"),
        ("Amal Haddad said she intended to run again in 2027.", "she"),
        ("The drought raised fears of a famine.", None),
        ("The port was shut amid fears of a flood.", None),
    ],
)
def test_holder(read: Read, text: str, holder: str | None) -> None:
    found = outlook(read, text).holder
    assert (found and found.text) == holder


def test_what_goes_on_behind_the_speaker_is_the_speakers(read: Read) -> None:
    reading = read("The ice is thin, the skipper said, and the ferry will stay in port.", published=PUBLISHED)
    assert [one.holder and one.holder.text for one in reading.outlooks] == ["the skipper"]


@pytest.mark.parametrize(
    "text",
    [
        "Visitors may enter the port only with a pass.",
        "Members may leave the league upon payment of a fee.",
        "The envoys discussed the prospects for trade.",
        "The crew is always ready to help.",
        "You should be ready to serve the guild.",
        "The play met the expectations of the public.",
        "We must stop those who seek to silence the bells.",
        "The guild decided against holding a fair.",
        "Nothing could have predicted such a turn.",
        "I hope you will recover soon.",
        "The duke wishes for a speedy recovery of the wounded.",
        "It was not our intention to bring more carts.",
        "There is no sign that the league is about to collapse.",
        "We are ready for friendship.",
    ],
)
def test_topics_qualities_permission_and_good_wishes_expect_nothing(read: Read, text: str) -> None:
    assert read(text, published=PUBLISHED).outlooks == ()


def test_the_holder_of_an_intention_is_whose_it_is(read: Read) -> None:
    found = outlook(read, "The envoy announced the intention of the league to open a school.")
    assert found.holder is not None and found.holder.text == "the league"
    found = outlook(read, "Many towns on the river, which are planning to build a dam, met on Monday.")
    assert found.holder is not None and found.holder.text == "Many towns on the river"


def test_the_horizon_is_that_of_the_main_clause_and_the_degree_that_of_the_predicate(read: Read) -> None:
    found = outlook(read, "The reeve, who closed the port on Tuesday morning, is expected to meet the duke on Friday.")
    assert found.horizon is not None and found.horizon.text == "Friday"
    found = outlook(read, "The reeve warned that a flood was highly likely.")
    assert found.probability is not None and found.probability.low == 0.8


def test_the_event_is_what_is_expected_and_none_of_a_clause_beside_it(read: Read) -> None:
    reading = read("The carters who attacked the mill will march on Friday.", published=PUBLISHED)
    expected = {one.event for one in reading.outlooks}
    assert expected and expected <= {event.id for event in reading.events if "march" in event.trigger.text}


def test_the_event_is_not_the_cue_nor_what_comes_before_or_after(read: Read) -> None:
    reading = read("A second round of talks is scheduled for April 3.", published=PUBLISHED)
    told = {event.id: event.trigger.text for event in reading.events}
    assert [told[one.event] for one in reading.outlooks if one.event] == ["round of talks"]
    assert outlook(read, "The duke hopes for a breakthrough before the vote in June.").event is None


def test_years_ahead_are_a_horizon_and_so_is_a_day_where_the_report_has_no_date(read: Read) -> None:
    found = outlook(read, "The guild will grow in the years to come.")
    assert found.horizon is not None and found.horizon.text.endswith("years to come")
    (found,) = read("The envoys will return this week.").outlooks
    assert found.horizon is not None and found.horizon.text == "this week"


@pytest.mark.parametrize("text", ["She hopes the visit was useful.", "He fears that he was seen."])
def test_a_hope_or_fear_of_what_is_over_expects_nothing(read: Read, text: str) -> None:
    assert not read(text).outlooks


@pytest.mark.parametrize(
    "text",
    [
        "Most millers would agree that the toll is too high, the paper wrote.",
        "Few would deny that the toll is too high, the paper wrote.",
        "Every autumn they would burn the stubble, the miller recalled.",
        "As any miller will tell you, flour burns.",
        "Carters fear the colonel.",
    ],
)
def test_opinions_of_anybody_and_recollections_expect_nothing(read: Read, text: str) -> None:
    assert not read(text, published=PUBLISHED).outlooks


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A ruling is expected by June, the clerk said.", "the clerk"),
        ("There is no doubt that the mill will reopen, the abbot said.", "the abbot"),
        ("Most members would agree to a truce by Friday, the envoy said.", "the envoy"),
        ("The guild will recall its pilots.", None),
    ],
)
def test_who_expects_it(read: Read, text: str, holder: str | None) -> None:
    found = outlook(read, text).holder
    assert (found and found.text) == holder


def test_i_is_the_one_who_says_it_also_without_quotation_marks(read: Read) -> None:
    reading = read("I expect the ferry to sail by Easter, the abbot said.", published=PUBLISHED)
    (found,), (statement,) = reading.outlooks, reading.statements
    assert found.holder is not None and statement.source is not None
    assert found.holder.entity == statement.source.entity is not None


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("Guards of the 2031 Harbour Games will wear blue.", None),
        ("The Vision 2040 council will meet the carters.", None),
        ("The council will meet the carters in 2040.", "2040"),
    ],
)
def test_a_year_in_a_name_is_no_horizon(read: Read, text: str, horizon: str | None) -> None:
    found = outlook(read, text).horizon
    assert (found and found.text) == horizon


def test_the_day_of_the_dateline_is_no_horizon(read: Read) -> None:
    found = outlook(read, "GAO, March 12 (Sela Wire) - Raiders will attack the mill, the governor said.")
    assert found.horizon is None
    found = outlook(read, "GAO, March 12 (Sela Wire) - Raiders will attack the mill by March 20, the governor said.")
    assert found.horizon is not None
    assert found.horizon.text == "March 20"


def test_who_closes_the_sentence_is_no_part_of_what_is_expected(read: Read) -> None:
    found = outlook(read, "The mayor will resign in May, a clerk who was not allowed to speak in public said.")
    assert found.content.text == "The mayor will resign in May"
    assert found.holder is not None
    assert found.holder.text.startswith("a clerk")


def test_a_past_date_in_a_relative_clause_is_not_of_the_expectation(read: Read) -> None:
    found = outlook(read, "The millers fear that Chad may close the port, which it bought in 2019.")
    assert found.content.text.startswith("Chad may close the port")
    assert not read("He warned last year that the river would flood.", published=PUBLISHED).outlooks


def test_a_participle_behind_a_noun_tells_what_is_to_come(read: Read) -> None:
    reading = read("The hearing, set to resume on April 3, worries the town.", published=PUBLISHED)
    assert "The hearing, set to resume on April 3" in [one.content.text for one in reading.outlooks]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said he'd mended the pump.",
        "The abbot was willing to leave provided the gate could be shut.",
        "Cadets are supposed to salute.",
        "The ferry is supposed to be the oldest.",
    ],
)
def test_had_provisos_and_what_is_only_supposed(read: Read, text: str) -> None:
    assert not read(text, published=PUBLISHED).outlooks
