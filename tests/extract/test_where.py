"""Where an event is: the place that its own words give, never that of what is spoken of."""

from __future__ import annotations

import pytest

from tests.extract.test_events import place_of, reading, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The chancellor's visit to Oslo lasted two days.", "CONSULT", "Oslo"),
        ("The chancellor welcomed the premier back to Oslo.", "CONSULT", "Oslo"),
        ("The premier lashed out at his Oslo relatives.", "ACCUSE", None),
        ("The army withdrew its tanks from Gorizia on Monday.", "RETREAT", "Gorizia"),
        ("After a vigil in Oran, where Paulo Reis was shot by police, youths left.", "ASSAULT", "Oran"),
        ("The ministers met in Geneva to discuss the drought in Chad.", "CONSULT", "Geneva"),
        ("The envoys exchanged views on the situation in Kashmir.", "CONSULT", None),
        ("The two leaders discussed the unrest around Gao.", "CONSULT", None),
        ("The President of Ghana thanked the nurses.", "SUPPORT", None),
        ("Gunmen abducted nine nuns from a convent in Enugu.", "ASSAULT", "Enugu"),
        ("Troops left Mosul on Monday.", "RETREAT", "Mosul"),
        ("Troops pulled out of Guerguerat.", "RETREAT", "Guerguerat"),
        ("Protesters threw stones at Ruse's main courthouse.", "PROTEST", "Ruse"),
        ("The bombing of a Donetsk bakery killed a nurse.", "ASSAULT", "Donetsk"),
        ("Gunmen attacked the Peruvian embassy in Tunis.", "ASSAULT", "Tunis"),
        ("Gunmen killed two Chadian soldiers.", "ASSAULT", None),
        ("A mine hit a bus on the road between Gao and Timbuktu.", "ASSAULT", "Gao"),
        ("Chad closed the road between Gao and Timbuktu.", "COERCE", None),
        ("A nurse was charged with fraud before a court in Lyon.", "ACCUSE", "Lyon"),
        ("A baker criticized a court in Lyon.", "ACCUSE", None),
        ("Togo recalled its envoy from Accra.", "SANCTION", "Accra"),
        ("The rebels traded fire with troops for two hours near Mandera in May.", "ASSAULT", "Mandera"),
        ("The government in Bogota denied any role in the attacks.", "ASSAULT", None),
        ("A court in Oslo jailed a man for the killing of two nurses.", "ASSAULT", None),
        ("The two queens discussed the outcomes of the June 2021 talks.", "CONSULT", None),
        ("I am in Dakar to mark the anniversary of the invasion of Senegal.", "ASSAULT", "Senegal"),
        ("In Lima, the president condemned the attack.", "ASSAULT", None),
        ("Ministers met on the margins of the climate summit in Dubai in 2023.", "CONSULT", "Dubai"),
        ("He flew to Goma, where militiamen had killed two nurses.", "ASSAULT", "Goma"),
        ("She left Enugu, whose mayor met the envoys in Lagos.", "CONSULT", "Lagos"),
        ("The queens discussed in detail supplies of grain to Kenya.", "CONSULT", None),
        ("The two queens discussed by phone the harvest in Chad.", "CONSULT", None),
        ("As leaders of the two largest states in South America, they will work together.", "COOPERATE", None),
        ("The oldest party in Chad condemned the raid.", "ACCUSE", None),
        ("The raid was the most serious in Chad since the truce.", "ASSAULT", "Chad"),
        ("The two queens agreed to meet in Oslo in June.", "AGREE", None),
        ("The two queens agreed to meet in Oslo in June.", "CONSULT", "Oslo"),
        (
            "The next meeting of heads of the member states, to be held on May 16 in Oslo, was spoken of.",
            "CONSULT",
            "Oslo",
        ),
        ("Nine nurses died in the attack on the Kenya consulate in Gao.", "ASSAULT", "Gao"),
        ("The attack in Gao and the Oslo attacks killed dozens.", "ASSAULT", "Gao"),
        ("Police arrested two men over the Oslo bombing.", "ASSAULT", "Oslo"),
        ("The queen is to meet the prime minister in Togo this month.", "CONSULT", "Togo"),
        ("A bomb went off on Saturday on a street in Garissa.", "ASSAULT", "Garissa"),
        ("The envoys spoke of a summit set for Oslo in May.", "CONSULT", "Oslo"),
        ("The talks during the queen's visit to Oslo were long.", "CONSULT", "Oslo"),
        ("Norway airlifted troops from Chad.", "MOBILIZE", None),
        ("In Chad, rebels are said to have killed nine nurses.", "ASSAULT", "Chad"),
        ("In Oslo, the mayor said that rebels had killed nine nurses.", "ASSAULT", None),
        ("At a press conference in Oslo, the mayor condemned the raid on a convoy.", "ASSAULT", None),
        ("At a press conference in Oslo, the mayor condemned the raid on a convoy.", "ACCUSE", "Oslo"),
        ("At a press conference in Oslo, the mayor condemned the raid on a convoy in Gao.", "ASSAULT", "Gao"),
        ("In an interview in Oslo, the mayor said rebels had shelled a convoy.", "ASSAULT", None),
        ("Parliament ratified the pact ahead of a summit in Lome.", "SUPPORT", None),
        ("Police arrested a baker five days before a match in Lome.", "COERCE", None),
        ("Police arrested a baker after a chase in Lome.", "COERCE", "Lome"),
        ("Shares fell on losses in Lome after the minister's resignation.", "RETREAT", None),
        ("The war in Chad and the release of nine monks were spoken of.", "RETREAT", None),
        ("Ministers were worried by the damage to pipes in the Gulf of Aden and condemned the raid.", "ACCUSE", None),
        ("Rebels raided mills in the southern resort of Lome.", "ASSAULT", "Lome"),
        ("Gunmen shot two nurses outside a Lome firm on Monday.", "ASSAULT", "Lome"),
        ("The mayor criticised the queen at a noisy Lome banquet.", "ACCUSE", "Lome"),
        ("The mayor criticised the queen over a Lome banquet.", "ACCUSE", None),
        ("The talks, which resumed in Lome on Monday, were long.", "CONSULT", "Lome"),
        ("A ship deployed on patrols in the Gulf of Aden sank.", "MOBILIZE", "Gulf of Aden"),
        ("As a result of a raid in Gao, troops killed nine men.", "ASSAULT", "Gao"),
        ("Ida Holm, of Lome, was killed on Monday.", "ASSAULT", None),
        ("Norway accepted nine refugees from Chad.", "AID", None),
        ("Police arrested twelve monks at a tea shop.", "COERCE", "a tea shop"),
        ("Police arrested twelve monks at a tea shop in Gao.", "COERCE", "Gao"),
        ("Gunmen attacked a tea shop.", "ASSAULT", None),
        ("In Lome police fired on a crowd of bakers.", "ASSAULT", "Lome"),
        ("Near Gao gunmen killed two nurses.", "ASSAULT", "Gao"),
        ("Gunmen killed a baker on the outskirts of Gao.", "ASSAULT", "Gao"),
        ("Togo imposed sanctions on the city of Gao.", "SANCTION", None),
        ("Norwegian jets bombed huts in the hills of northern Chad.", "ASSAULT", "Chad"),
        ("Rebels raided villages on the island of Lesbos.", "ASSAULT", "Lesbos"),
        ("A jet was shot down over Gao in northern Mali.", "ASSAULT", "Gao"),
        ("A jet was shot down over Mali.", "ASSAULT", "Mali"),
        ("In Mali, rebels stormed a mill in Gao.", "ASSAULT", "Gao"),
        ("In Mali, rebels stormed a mill in Lome.", "ASSAULT", "Mali"),
        ("Troops killed a baker in Tigray, whose capital is Mekele.", "ASSAULT", "Tigray"),
        ("The raid drew protests in Lome.", "ASSAULT", None),
        ("The shooting drew protests in Lome.", "PROTEST", "Lome"),
        ("The raid killed a nurse in Lome.", "ASSAULT", "Lome"),
        ("The mayor was kidnapped when gunmen stopped his car near Gao.", "ASSAULT", "Gao"),
        ("The mayor was kidnapped when he was to leave for Gao.", "ASSAULT", None),
        ("Togo will host talks between the two queens in May.", "CONSULT", "Togo"),
        ("The king of Togo will meet the queen in May.", "CONSULT", None),
        ("Troops shot two men beside the Niger river.", "ASSAULT", None),
    ],
)
def test_the_place_is_that_of_the_event(text: str, kind: str, place: str | None) -> None:
    found = reading(text)
    assert place_of(found, told(found, kind)[0]) == place


def test_the_finer_place_inside_a_country_is_told_and_another_clause_has_none() -> None:
    found = reading(
        "Mali fired missiles at a depot in Chad's Borkou region, two days after Norway gave its permission."
    )
    assert place_of(found, told(found, "ASSAULT")[0]) == "Borkou"
    assert place_of(found, told(found, "DECIDE")[0]) is None


def test_a_discussion_of_something_is_not_where_that_is() -> None:
    found = reading("The two leaders continued the discussion of the situation in Mali.")
    (event,) = found.events
    assert place_of(found, event) is None and [p.text for p in event.actors] == ["The two leaders"]


def test_a_meeting_is_where_and_when_it_is_said_to_be_held() -> None:
    found = reading("They praised the latest meeting of the board held in Oslo on March 12, 2024.")
    event = told(found, "CONSULT")[0]
    assert place_of(found, event) == "Oslo" and event.start == "2024-03-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lisbon agreed. Rebels captured the town of Gorongosa.", "Gorongosa"),
        ("Lisbon agreed. Troops entered the village of Nampula.", "Nampula"),
        ("Troops left Beira. Residents said that rebels had captured the town.", "Beira"),
    ],
)
def test_a_town_with_its_name_is_no_town_named_before(text: str, expected: str) -> None:
    found = reading(text)
    (taken,) = told(found, "CONTROL")
    by_id = {entity.id: entity.name for entity in found.entities}
    assert [by_id[p.entity] for p in taken.recipients if p.entity] == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked a convoy in Gao. They kidnapped a cook.", "Gao"),
        ("Gunmen attacked a convoy in Gao. They have kidnapped a cook.", None),
        ("Gunmen attacked a convoy in Gao. Students kidnapped a cook.", None),
        ("Gunmen attacked a convoy in Gao. They kidnapped a cook in Kidal.", "Kidal"),
        ("Gunmen attacked a convoy in Gao and kidnapped a cook.", "Gao"),
        ("Gunmen attacked a convoy in Gao and kidnapped a cook in Kidal.", "Kidal"),
        ("Gunmen withdrew from Gao and kidnapped a cook.", None),
        ("Gunmen attacked a convoy in Gao. Students kidnapped a cook in the town.", "Gao"),
        ("Gunmen attacked a convoy in Gao. Students kidnapped a cook in their town.", None),
        ("Gunmen attacked a mill in Gao. Clerks in Riga said they fled. Students kidnapped a cook in the town.", "Gao"),
        ("Gunmen attacked mills in Gao and Kidal. Students kidnapped a cook in the province.", None),
        ("Gunmen attacked a mill in Gao. Students kidnapped a cook in the towns.", None),
        ("Gunmen attacked a mill in Gao. Students kidnapped a cook in the camp.", "camp"),
    ],
)
def test_a_deed_of_the_same_people_goes_on_where_the_one_before_was(text: str, place: str | None) -> None:
    found = reading(text)
    assert place_of(found, told(found, "ASSAULT", "abduct")[0]) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The queen will visit Oslo and meet with the prime minister.", "Oslo"),
        ("She will travel to Oslo to meet the prime minister.", "Oslo"),
        ("During a visit to Oslo, the queen met the prime minister.", "Oslo"),
        ("The queen visited Togo after meeting the prime minister in Oslo.", "Oslo"),
        ("The queen, who visited Lome in May, met the prime minister.", None),
        ("The queen flew to Riga and spoke with the prime minister by phone.", None),
        ("The queen flew to Riga on Monday. She met the prime minister.", "Riga"),
        ("The queen flew to Riga on Monday. The mayor met the prime minister.", None),
    ],
)
def test_talks_on_a_visit_are_where_it_leads_to(text: str, place: str | None) -> None:
    found = reading(text)
    talks = [e for e in told(found, "CONSULT") if e.mode != "visit"]
    assert [place_of(found, e) for e in talks] == [place]


def test_a_building_is_where_all_tellings_were() -> None:
    found = reading("Police arrested Ida Holm at a tea shop on Monday. The arrest of Holm angered the mayor.")
    assert [place_of(found, e) for e in told(found, "COERCE", "arrest")] == ["a tea shop", "a tea shop"]


def test_who_enters_a_country_or_reaches_a_town_is_there() -> None:
    found = reading("He entered Ghana on Monday. Troops reached Kumasi on Tuesday.")
    assert [place_of(found, e) for e in found.events] == ["Ghana", "Kumasi"]


def test_what_a_protest_demands_is_demanded_at_it() -> None:
    found = reading("Bakers gathered outside a mill in Lome and demanded higher wages. They denounced the mayor.")
    assert {e.type: place_of(found, e) for e in found.events} == {
        "PROTEST": "Lome",
        "REQUEST": "Lome",
        "ACCUSE": "Lome",
    }


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("A mine killed two nuns on the road from Gao to Timbuktu in Mali.", "killed", "Gao"),
        ("A raid on a train between Gao and Timbuktu left nine dead.", "raid", "Gao"),
        ("Rebels stormed the city of Oran and held it for a month.", "held", "Oran"),
        ("Rebels attacked a post in Oran, but the army shelled a camp.", "shelled", None),
        ("At the summit in Oslo they met. At the summit they also signed a treaty.", "signed treaty", "Oslo"),
        ("The queen visited a camp for herders near Gao.", "visited", "Gao"),
        ("People from Zubrun wept after soldiers burned the village.", "burned", "Zubrun"),
        (
            "Police stormed a mill in Gao. Miners had cut the road from Oran to Oslo. They burned a car in the town.",
            "burned",
            "Gao",
        ),
        ("Guards fired at bakers who were marching on a mill in Oran.", "fired at", "Oran"),
        ("A bomb went off as a bus stopped near a mill in Oran.", "went off", "Oran"),
        ("Youths threw stones at a bus in Oran. Two soldiers were hurt.", "hurt", "Oran"),
        ("Raiders burned two hamlets west of Gao.", "burned", "Gao"),
        ("Jets bombed a mill outside Oran, some 60 km north of Gao.", "bombed", "Oran"),
        ("The navy seized a boat carrying rifles off Oman.", "seized", "Oman"),
        ("Police arrested a man living in Oran.", "arrested", None),
        ("Police still look for witnesses of the Oran shooting scene.", "shooting", "Oran"),
    ],
)
def test_roads_occasions_and_towns_named_before(text: str, trigger: str, place: str | None) -> None:
    found = reading(text)
    assert place_of(found, next(e for e in found.events if e.trigger.text.endswith(trigger))) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Soldiers fired on nuns in the Syrian capital. Damascus has been tense.", "ASSAULT", "Damascus"),
        ("Cooks marched in Chad's capital on Monday. N'Djamena has been tense.", "PROTEST", "N'Djamena"),
        ("Cooks marched in the capital on Monday. Rome and its bakers met.", "PROTEST", "Rome"),
        ("Abuja was calm. Cooks marched in Nigeria's commercial capital Lagos.", "PROTEST", "Lagos"),
        ("NIAMEY, March 14 - Rebels left Gao. Cooks marched in the capital.", "PROTEST", "NIAMEY"),
        ("NIAMEY, March 14 - Cooks marched in the city on Monday.", "PROTEST", "NIAMEY"),
        ("NIAMEY, Niger (LS) - A bomb exploded here on Monday.", "ASSAULT", "NIAMEY"),
        ("Gunmen attacked a convoy 60 km north of Gao.", "ASSAULT", "Gao"),
        ("Two nuns were shot dead in a village 15 miles south of Gao.", "ASSAULT", "Gao"),
        ("Gao saw fierce clashes on Sunday.", "ASSAULT", "Gao"),
        ("Athens has been rocked by a wave of riots.", "PROTEST", "Athens"),
        ("The town of Gao was the scene of a raid.", "ASSAULT", "Gao"),
        # another town, or one that nobody names
        ("NIAMEY, March 14 - Rebels shelled Gao. Nine nuns were killed in the city.", "ASSAULT", "Gao"),
        ("Soldiers fired on nuns in the Syrian capital. Rome has been tense.", "ASSAULT", None),
        ("Two nuns were shot dead near Mopti, 60 km north of Gao.", "ASSAULT", "Mopti"),
        ('NIAMEY, March 14 - "A bomb exploded here," a nurse in Gao said.', "ASSAULT", None),
        ("Gao condemned the raids.", "ASSAULT", None),
    ],
)
def test_the_capital_the_town_of_the_report_and_what_a_town_saw(text: str, kind: str, place: str | None) -> None:
    found = reading(text)
    assert place_of(found, told(found, kind)[-1]) == place


def test_the_prison_of_a_sentence_is_no_place_of_it() -> None:
    (event,) = (e for e in reading("The court sentenced the baker to 12 years in prison.").events if e.type)
    assert event.place is None
    (event,) = (e for e in reading("Guards beat two inmates in prison.").events if e.type)
    assert event.place is not None


def test_how_long_after_something_it_was_takes_no_place_away() -> None:
    found = reading("Fighting resumed in Omdurman hours after a ceasefire expired.")
    assert place_of(found, next(e for e in found.events if e.type == "ASSAULT")) == "Omdurman"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Gunmen abducted a priest in Gao, on the road from Mopti to Ansongo, on Monday.", "ASSAULT", "Gao"),
        ("Gunmen killed two nurses in Mopti, a town north of Gao, on Monday.", "ASSAULT", "Mopti"),
        ("The army clashed with rebels in the hinterlands of Gao.", "ASSAULT", "Gao"),
        ("Rebels shelled a camp for displaced people outside Gao.", "ASSAULT", "Gao"),
        ("Gunmen abducted two nurses and a boy in Gao, on the road from Mopti to Ansongo, and fled.", "ASSAULT", "Gao"),
        ("Police arrested a man in Gao, on the border between Niger and Chad.", "COERCE", "Gao"),
        ("Soldiers stormed a prison for women near Gao.", "ASSAULT", "Gao"),
        ("A bomb blew up two cars with Mopti plates.", "ASSAULT", None),
        (
            "Shots rang out in Nacaroa district. The government sent troops to the district.",
            "MOBILIZE",
            "Nacaroa district",
        ),
    ],
)
def test_places_that_only_say_where_another_one_lies(text: str, kind: str, place: str | None) -> None:
    found = reading(text)
    assert place_of(found, told(found, kind)[-1]) == place


@pytest.mark.parametrize(
    "text",
    [
        "Police shot two youths, and in Gao a shop was looted.",
        "Planes bombed a depot, and in Gao, across the river, a mill was hit twice.",
    ],
)
def test_what_a_joined_clause_opens_with_is_where_that_was(text: str) -> None:
    found = reading(text)
    first, second = told(found, "ASSAULT")
    assert (place_of(found, first), place_of(found, second)) == (None, "Gao")
