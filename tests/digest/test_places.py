"""Toponyms and the places they mean. The model's names are given by hand: `[Kharkiv|place]`."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from work import calls

from sayso.digest.gazetteer import Gazetteer, load_gazetteer
from sayso.digest.places import dateline_span, find_places, mend_names
from sayso.model import Place, Report

NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def marked(text: str) -> Doc:
    """A Doc of text whose names stand in brackets with their label."""
    plain, spans = "", []
    for part in re.split(r"(\[[^|\]]+\|[a-z]+\])", text):
        found = re.fullmatch(r"\[([^|\]]+)\|([a-z]+)\]", part)
        if found:
            spans.append((len(plain), len(plain) + len(found[1]), found[2]))
        plain += found[1] if found else part
    doc = NLP(plain)
    doc.ents = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in spans]
    return doc


def read(text: str, gazetteer: Gazetteer, url: str | None = None) -> list[tuple[str, Place | None]]:
    doc = marked(text)
    found = find_places(doc, Report(id="r-0", text=doc.text, url=url), gazetteer)
    return [(doc.text[start:end], place) for (start, end), place in found.items()]


def told(text: str, gazetteer: Gazetteer) -> list[tuple[str, str | None, str | None]]:
    """Words, feature and country of each toponym."""
    return [(words, place and place.feature, place and place.country) for words, place in read(text, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drones hit [Kharkiv|place] overnight.", [("Kharkiv", "city", "UKR")]),
        ("Drones hit the [Kharkiv|place] region overnight.", [("Kharkiv", "admin1", "UKR")]),
        ("Troops hold part of the [Kursk region|facility].", [("Kursk region", "admin1", "RUS")]),
        ("Shells fell across [Odesa oblast|place].", [("Odesa oblast", "admin1", "UKR")]),
        (
            "The [Donetsk|place] and [Luhansk|place] regions were hit.",
            [("Donetsk", "admin1", "UKR"), ("Luhansk", "admin1", "UKR")],
        ),
        (
            "He moved from [Paris|place], [Texas|place], to [London|place], [Ontario|place].",
            [
                ("Paris", "city", "USA"),
                ("Texas", "admin1", "USA"),
                ("London", "city", "CAN"),
                ("Ontario", "admin1", "CAN"),
            ],
        ),
        ("Raids went on in northern [Mali|place].", [("Mali", "country", "MLI")]),
        ("Hunger grows in the [Sahel|place].", [("Sahel", "region", None)]),
        ("Clashes in the [Donbas|place] go on.", [("Donbas", "region", "UKR")]),
        (
            "[Georgia|place] votes; in [Tbilisi|place] and [Batumi|place] lines were long.",
            [("Georgia", "country", "GEO"), ("Tbilisi", "city", "GEO"), ("Batumi", "city", "GEO")],
        ),
        (
            "[Georgia|place] votes; in [Atlanta|place] and [Savannah|place] lines were long.",
            [("Georgia", "admin1", "USA"), ("Atlanta", "city", "USA"), ("Savannah", "city", "USA")],
        ),
        (
            "Fighters left [Tripoli|place] for [Misrata|place] and [Benghazi|place].",
            [("Tripoli", "city", "LBY"), ("Misrata", "city", "LBY"), ("Benghazi", "city", "LBY")],
        ),
        (
            "Army units entered [Tripoli|place], [Sidon|place] and [Beirut|place].",
            [("Tripoli", "city", "LBN"), ("Sidon", "city", "LBN"), ("Beirut", "city", "LBN")],
        ),
        ("A blast at [Kharkiv airport|facility].", [("Kharkiv airport", "city", "UKR")]),
        ("A tanker sank in the [Red Sea|facility].", [("Red Sea", "region", None)]),
    ],
)
def test_names_in_context(text: str, expected: list[tuple[str, str | None, str | None]], gazetteer: Gazetteer) -> None:
    assert told(text, gazetteer) == expected


@pytest.mark.parametrize(
    "text", ["[Ukrainians|nationality] voted.", "The [French|place] army.", "[Czechs|place] vote."]
)
def test_nationalities_are_never_places(text: str, gazetteer: Gazetteer) -> None:
    assert told(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cut in two by the model, taken for something else, or passed over
        ("The [United|nationality] [States|place] objected.", ["United States"]),
        ("[Israel|organization] said no.", ["Israel"]),
        ("Talks with Egypt went on.", ["Egypt"]),
        ("The [Philippines|place] objected.", ["Philippines"]),
        # a toponym inside another name
        ("[Kherson City Council|organization] met.", ["Kherson"]),
        ("[Belgorod Governor Ivan Petrov|person] spoke.", ["Belgorod"]),
        # a name that is a place elsewhere in the report
        ("Fires in [Bakhmut|place]. [Bakhmut|organization] burns.", ["Bakhmut", "Bakhmut"]),
        # and no places at all
        ("[Michael Jordan|person] came. [Jordan|person] left.", ["Jordan"]),
        ("[Paris Hilton|person] came.", []),
        ("[Abraham Lincoln|person] spoke; [Lincoln|person] won.", []),
        ("It cost US$5 and the [North|place] of it.", []),
        ("In March we saw it. We left on Monday.", []),
        ("RUSSIAN TROOPS MARCHED ON IN MAY", []),
    ],
)
def test_which_words_are_toponyms(text: str, expected: list[str], gazetteer: Gazetteer) -> None:
    assert [words for words, _ in read(text, gazetteer)] == expected


def test_capital_letters_throughout(gazetteer: Gazetteer) -> None:
    text = "REBELS LEFT [SAN SALVADOR|place], EL SALVADOR, AND THE UNITED STATES OBJECTED."
    assert [words for words, _ in read(text, gazetteer)] == ["SAN SALVADOR", "EL SALVADOR", "UNITED STATES"]


def test_one_sense_in_one_report(gazetteer: Gazetteer) -> None:
    text = "A fire in [Moscow|place], [Idaho|place], spread. [Moscow|place] was cleared."
    places = [place for words, place in read(text, gazetteer) if words == "Moscow"]
    assert [place and place.country for place in places] == ["USA", "USA"]


def test_a_region_stays_the_region(gazetteer: Gazetteer) -> None:
    text = "Troops hold ground in the [Kursk|place] region. The fight for [Kursk|place] goes on."
    assert told(text, gazetteer) == [("Kursk", "admin1", "RUS"), ("Kursk", "admin1", "RUS")]


def test_regions_and_countries_are_wide_and_never_a_capital(gazetteer: Gazetteer) -> None:
    (_, ukraine), (_, kyiv), (_, sahel) = read("[Ukraine|place] and [Kyiv|place], the [Sahel|place]", gazetteer)
    assert ukraine and kyiv and sahel
    assert ukraine.radius_km > 400
    assert sahel.radius_km > 1000
    assert kyiv.radius_km < 40
    assert abs(ukraine.lat - kyiv.lat) > 0.5


def test_a_facility_is_as_exact_as_its_town(gazetteer: Gazetteer) -> None:
    (_, place) = read("Shells hit [Kherson hospital|facility].", gazetteer)[0]
    assert place
    assert place.name == "Kherson"
    assert place.radius_km >= 15


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [United|nationality] [States|place] objected.", [("United States", "place")]),
        ("[Israel|organization] said no.", [("Israel", "place")]),
        ("Talks with Egypt went on.", [("Egypt", "place")]),
        ("[Kherson City Council|organization] met.", [("Kherson City Council", "organization")]),
        ("A blast at [Kharkiv airport|facility].", [("Kharkiv airport", "facility")]),
        ("[Egypt|facility] attacked.", [("Egypt", "place")]),
        (
            "[Bakari|person] met [Bakari|person] in [Nairobi|organization].",
            [("Bakari", "person"), ("Bakari", "person"), ("Nairobi", "place")],
        ),
        ("[Ukrainians|nationality] in [Kyiv|place].", [("Ukrainians", "nationality"), ("Kyiv", "place")]),
    ],
)
def test_names_are_mended(text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer) -> None:
    doc = marked(text)
    mend_names(doc, find_places(doc, Report(id="r-0", text=doc.text), gazetteer))
    assert [(ent.text, ent.label_) for ent in doc.ents] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Floods hit the [department of Antioquia|organization].", ["Antioquia"]),
        ("Floods hit [Antioquia department|facility].", ["Antioquia"]),
        ("He left the [department of Justice|organization].", []),
        ("He left the [Texas department|organization].", []),
    ],
)
def test_a_department_is_a_region_or_an_office(text: str, found: list[str], gazetteer: Gazetteer) -> None:
    doc = marked(text)
    find_places(doc, Report(id="r", text=doc.text), gazetteer)
    assert [ent.text for ent in doc.ents if ent.label_ == "place"] == found


def test_a_name_that_is_told_as_a_place_once_is_one_elsewhere(gazetteer: Gazetteer) -> None:
    text = "Rebels raided [Zarqelu|place]. A mill in [Zarqelu|place] burned. [Umzarqel|place] is far."
    assert [name for name, _ in read(text, gazetteer)] == ["Zarqelu", "Zarqelu"]


def test_what_the_gazetteer_does_not_know_has_no_place(gazetteer: Gazetteer) -> None:
    assert read("They camped near [Xyzzyburg|place].", gazetteer) == [("Xyzzyburg", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The guests met in the [Harvest Hall|facility].",
        "Barges went down the [Moskva River|place].",
        "Trains use the [North-South Corridor|facility].",
        "They signed a treaty on the [Union State|place].",
        "Smoke rose over the [Silver Paper Mill|facility].",
    ],
)
def test_a_word_that_some_town_is_called_by_too_is_no_place(text: str, gazetteer: Gazetteer) -> None:
    assert all(place is None for _, place in read(text, gazetteer))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cars queued on the [Kyiv-Poltava highway|facility].", "Kyiv"),
        ("The [Poltava Tractor Plant|facility] is shut.", "Poltava"),
        ("The [Museum of Poltava|facility] is shut.", "Poltava"),
    ],
)
def test_a_facility_is_where_its_name_says(text: str, expected: str, gazetteer: Gazetteer) -> None:
    (found,) = [place for _, place in read(text, gazetteer) if place]
    assert found.name == expected


def test_a_town_that_only_happens_to_be_called_so_is_not_meant(gazetteer: Gazetteer) -> None:
    around = "[Poltava|place], [Kharkiv|place], [Sumy|place] and [Ukraine|place]"
    found = dict(read(f"They defend the [Homeland|place], in {around}.", gazetteer))
    assert found["Homeland"] is None
    assert found["Poltava"]
    among = "[Russia|place] and the [United States|place] discussed it with [Ukraine|place] and [France|place]."
    assert told(f"{among} They met in [Geneva|place].", gazetteer)[-1][2] == "CHE"
    alone = dict(read("Sirens were heard in [Homeland|place], [California|place].", gazetteer))
    assert alone["Homeland"]


@pytest.mark.parametrize("town", ["Geneva", "Odessa", "Oxford", "Seville", "Medina"])
def test_a_country_that_takes_part_draws_no_town_of_its_own(town: str, gazetteer: Gazetteer) -> None:
    talks = told(f"The [United States|place] and [Iran|place] will hold talks in [{town}|place].", gazetteer)
    assert talks[-1][2] not in (None, "USA")
    local = told(f"A man from [{town}|place] was fined in [Cleveland|place], [Ohio|place].", gazetteer)
    assert local[0][2] == "USA"


@pytest.mark.parametrize(
    ("town", "city", "country"), [("Cincinnati, Ohio", "Berlin", "DEU"), ("Nashville, Tennessee", "Rome", "ITA")]
)
def test_a_city_of_millions_is_known_everywhere(town: str, city: str, country: str, gazetteer: Gazetteer) -> None:
    there = "[{}|place], [{}|place]".format(*town.split(", "))
    politics = f"She spoke in {there} of the attacks in [{city}|place]."
    assert told(politics, gazetteer)[-1][2] == country
    local = told("A man from [Paris|place] was fined in [Dallas|place], [Texas|place].", gazetteer)
    assert local[0][2] == "USA"


@pytest.mark.parametrize(("url", "country"), [("https://news.example.co.nz/a", "NZL"), (None, "CAN")])
def test_the_outlet_speaks_for_its_country(url: str | None, country: str, gazetteer: Gazetteer) -> None:
    (_, place) = read("A man from [Hamilton|place] was fined.", gazetteer, url=url)[0]
    assert place
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KYIV, Nov 17 (Agency) — Drones struck overnight.", "KYIV"),
        ("KYIV, Ukraine (AP) -- Drones struck overnight.", "KYIV"),
        ("Headline here\n\nPORT SUDAN, Sudan — Talks opened.", "PORT SUDAN"),
        ("SAN SALVADOR, 12 May 89 (Radio) -- [Text] The rebels", "SAN SALVADOR"),
        ("Gaza City, 3 March (Agency) – Aid came in.", "Gaza City"),
        ("Moscow. Drones struck overnight.", None),
        ("He said no — and left.", None),
        ("", None),
    ],
)
def test_datelines(text: str, place: str | None) -> None:
    span = dateline_span(NLP(text))
    assert (text[span[0] : span[1]] if span else None) == place


@given(st.text(alphabet="PKab ,.()[]-–—'’$\n\t\u0301\u202e🙂", max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    doc = NLP(text)
    for start, end in find_places(doc, Report(id="r-0", text=text), GAZETTEER[0]):
        assert 0 <= start < end <= len(text)
    dateline_span(doc)


GAZETTEER = [load_gazetteer()]


def work_for(unit: str, size: int, gazetteer: Gazetteer) -> int:
    """Calls made to read so many characters in which every capitalized word is labelled a place."""
    text = (unit * (size // len(unit) + 1))[:size]
    doc = Doc(NLP.vocab, words=re.findall(r"\w+|[^\w\s]", text))
    doc.ents = [Span(doc, i, i + 1, "place") for i in range(len(doc)) if doc[i].text[0].isupper()]
    report = Report(id="r-0", text=doc.text)
    return calls(lambda: (find_places(doc, report, gazetteer), dateline_span(doc)))


@pytest.mark.parametrize("unit", ["Paris Texas ", "A, B (C) ", "Kyiv's Kharkiv's ", "KYIV, Nov 17 ", "x" * 40])
def test_time_is_linear(unit: str, gazetteer: Gazetteer) -> None:
    small, large = work_for(unit, 20_000, gazetteer), work_for(unit, 160_000, gazetteer)
    assert large < 9 * small


def test_a_megabyte_is_read(gazetteer: Gazetteer) -> None:
    assert work_for("Paris, London, Springfield, Georgia and Victoria, ", 1_000_000, gazetteer)


@pytest.mark.parametrize(
    ("town", "country"), [("Geneva", "CHE"), ("Athens", "GRC"), ("Lisbon", "PRT"), ("Hebron", "PSE")]
)
def test_where_many_countries_are_named_a_town_is_the_one_known_abroad(
    town: str, country: str, gazetteer: Gazetteer
) -> None:
    among = "[China|place], [Ukraine|place], [Iran|place], [Russia|place], [Egypt|place] and the [United States|place]"
    home = "[Dayton|place], [Ohio|place]"
    assert told(f"Envoys of {among} met in [{town}|place]; one is from {home}.", gazetteer)[6][2] == country
    assert told(f"A nurse from [{town}|place] was fined in {home}.", gazetteer)[0][2] == "USA"


@pytest.mark.parametrize("name", ["Bor Kalo", "Tin Bako-Dara", "Kharkiv Anyali"])
def test_a_village_that_begins_as_a_town_far_away_is_another_place(name: str, gazetteer: Gazetteer) -> None:
    assert told(f"Shells fell in [{name}|place].", gazetteer) == [(name, None, None)]


def test_a_town_with_an_english_word_is_named_after_that_town(gazetteer: Gazetteer) -> None:
    assert told("Shells fell in [Kharkiv Heights|place].", gazetteer)[0][1:] == ("city", "UKR")
