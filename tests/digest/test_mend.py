"""What is mended of the parse before names: adjectives that look like verbs, and who holds an office."""

from __future__ import annotations

import numpy as np
import pytest
from parses import parse_of

import sayso
from sayso.digest._model.decode import Spans
from sayso.digest._model.mend import (
    cut_names,
    hang_appositions,
    hang_dates,
    hang_infinitives,
    hang_joined_verbs,
    hang_office_holders,
    hang_relatives,
    hang_shares,
    hang_spoken,
    shared_perfects,
)
from sayso.digest._model.mend_joined import hang_joined_counts, hang_joined_deeds
from sayso.digest._model.mend_names import cut_homes


def mended(text: str, parts: str, heads: list[int], relations: str) -> tuple[list[int], list[str], dict[int, bool]]:
    parse = parse_of(text, heads, relations, parts=parts)
    begun = hang_office_holders(parse)
    return parse.heads, parse.labels, begun


def test_a_name_behind_what_an_office_is_for_tells_who_holds_it() -> None:
    text, parts, heads = "envoy to Chad Ida Holm left", "NOUN ADP PROPN PROPN PROPN VERB", [5, 2, 0, 0, 3, 5]
    for relation in ("nmod", "appos"):
        found = mended(text, parts, heads, f"nsubj case nmod {relation} flat root")
        assert found == ([5, 2, 0, 0, 3, 5], ["nsubj", "case", "nmod", "appos", "flat", "root"], {3: True})
    second_subject = mended(text, parts, [5, 2, 0, 5, 3, 5], "nsubj case nmod nsubj flat root")
    assert second_subject[0][3] == 0 and second_subject[1][3] == "appos"


@pytest.mark.parametrize(
    ("text", "parts", "heads", "relations"),
    [
        ("envoy to Burkina Faso left", "NOUN ADP PROPN PROPN VERB", [4, 2, 0, 2, 4], "nsubj case nmod flat root"),
        ("fleet under Admiral Holm left", "NOUN ADP PROPN PROPN VERB", [4, 2, 0, 0, 4], "nsubj case nmod nmod root"),
        ("arrest of Ida Holm angered", "NOUN ADP PROPN PROPN VERB", [4, 2, 0, 0, 4], "nsubj case nmod nmod root"),
    ],
)
def test_one_name_is_left_whole(text: str, parts: str, heads: list[int], relations: str) -> None:
    assert mended(text, parts, list(heads), relations) == (heads, relations.split(), {})


def test_a_name_begins_behind_the_place() -> None:
    spans = Spans(np.array([0, 4]), np.array([3, 6]), np.array([1, 2]), np.array([0.5, 0.25], np.float32))
    cut = cut_names(spans, {1: True}, 7)
    assert (cut.first.tolist(), cut.end.tolist(), cut.kind.tolist()) == ([0, 1, 4], [1, 3, 6], [7, 1, 2])
    assert cut.score.tolist() == [0.5, 0.5, 0.25]
    assert cut_names(spans, {1: False}, 7).first.tolist() == [1, 4]
    assert cut_names(spans, {}, 7).first.tolist() == spans.first.tolist() == [0, 4]


def test_the_country_behind_a_persons_names_is_a_name_of_its_own() -> None:
    text, heads, kinds = "Premier Odera Kima of the Gambia left", [1, 1, 1, 5, 5, 1, 6], ["place", "person"]
    spans = Spans(np.array([0]), np.array([6]), np.array([1]), np.array([0.5], np.float32))
    cut = cut_homes(spans, parse_of(text, heads, "nmod root flat case det nmod root"), kinds)
    assert (cut.first.tolist(), cut.end.tolist(), cut.kind.tolist()) == ([0, 5], [3, 6], [1, 0])
    office = cut_homes(spans, parse_of(text, heads, "root " * 7), kinds)
    assert (office.first.tolist(), office.end.tolist()) == ([0], [6])


@pytest.mark.parametrize(
    ("text", "parts", "heads", "relations", "moved"),
    [
        # over the attack: the noun was beside its date
        ("tried over the May 3 , 2011 , attack", "VERB ADP DET PROPN NUM PUNCT NUM PUNCT NOUN",
         [0, 4, 4, 4, 0, 6, 4, 8, 0], "root case det nmod:unmarked obl punct nmod:unmarked punct parataxis",
         {1: (8, "case"), 2: (8, "det"), 4: (8, "nmod:unmarked"), 8: (0, "obl")}),
        # after the attack began: a subject stays one
        ("fled after the May 3 , 2011 attack began", "VERB ADP DET PROPN NUM PUNCT NUM NOUN VERB",
         [0, 4, 4, 4, 0, 6, 4, 8, 0], "root case det nmod:unmarked obl punct nmod:unmarked nsubj advcl",
         {1: (8, "mark"), 2: (7, "det"), 4: (7, "nmod:unmarked"), 7: (8, "nsubj")}),
    ],
)  # fmt: skip
def test_a_date_before_a_noun_dates_it(
    text: str, parts: str, heads: list[int], relations: str, moved: dict[int, tuple[int, str]]
) -> None:
    parse = parse_of(text, heads, relations, parts=parts)
    hang_dates(parse)
    assert {i: (parse.heads[i], parse.labels[i]) for i in moved} == moved


def test_a_date_of_the_clause_stays_its_own() -> None:
    heads, relations = [2, 2, 7, 2, 4, 2, 7, 7], "case nmod:unmarked obl punct nmod:unmarked punct nsubj root"
    parts = "ADP PROPN NUM PUNCT NUM PUNCT NOUN VERB"
    parse = parse_of("On May 3 , 2011 , gunmen fled", heads, relations, parts=parts)
    hang_dates(parse)
    assert parse.heads == heads


@pytest.mark.parametrize(
    ("text", "heads", "relations", "head"),
    [
        (
            "bomb , a load of nitrate , exploded",
            [7, 0, 3, 7, 5, 3, 0, 7],
            "nsubj punct det nsubj case nmod punct root",
            0,
        ),
        # two clauses, one subject each
        ("troops fled , rebels stayed", [1, 1, 4, 4, 1], "nsubj root punct nsubj conj", 4),
    ],
)
def test_what_stands_between_commas_behind_a_subject_is_no_second_one(
    text: str, heads: list[int], relations: str, head: int
) -> None:
    parse = parse_of(text, heads, relations)
    hang_appositions(parse)
    assert parse.heads[3] == head and (parse.labels[3] == "appos") is (head == 0)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The war began after Orlan's Oct. 7, 2015, attack on Dorvat killed about 900 people.", "attack", "2015-10-07"),
        ("He was convicted of the June 20, 2005 murder of a nurse.", "murder", "2005-06-20"),
        ("He was jailed for a March 2, 2020, attack on a bank.", "attack", "2020-03-02"),
    ],
)
def test_the_deed_is_of_the_day_before_it(text: str, trigger: str, day: str) -> None:
    (event,) = (e for e in sayso.read(text, published="2024-11-19").events if e.trigger.text == trigger)
    assert (event.start or "")[:10] == day


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("UN envoy to Syria Jonas de Ferrara met rebels in Geneva on Tuesday.", "Jonas de Ferrara", "Syria"),
        ("The American ambassador to Kenya Prudence Halloway was injured in the blast.", "Prudence Halloway", "Kenya"),
        ("The mayor of Lyon Paul Mercier resigned on Tuesday.", "Paul Mercier", "Lyon"),
        ("The governor of Kherson Oleksandr Bondar said two people died.", "Oleksandr Bondar", "Kherson"),
    ],
)
def test_an_office_its_place_and_its_holder_are_three(text: str, name: str, place: str) -> None:
    kinds = {e.name: e.kind for e in sayso.read(text, published="2024-11-19").entities}
    assert (kinds[name], kinds[place]) == ("person", "place")
    assert f"{place} {name}" not in kinds


@pytest.mark.model
def test_somebody_spoken_to_is_no_office_holder() -> None:
    names = {e.name for e in sayso.read("He spoke to Jordan Petersen about the war.", published="2024-11-19").entities}
    assert "Jordan Petersen" in names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "country", "sector", "body"),
    [
        ("The UN envoy for Yemen, Hans Lind, met rebels in Geneva on Tuesday.", None, "IGO", "UN"),
        ("France's ambassador to Niger, Hans Lind, was expelled.", "FRA", "GOV", "France"),
        ("UN envoy to Syria Hans Lind met rebels in Geneva on Tuesday.", None, "IGO", "UN"),
        ("The EU special representative for Sudan, Hans Lind, left Juba.", None, "IGO", "EU"),
        ("Russia's ambassador to the UN, Hans Lind, denied it.", "RUS", "GOV", "Russia"),
        ("The ambassador to Niger, Hans Lind, was expelled.", None, "GOV", None),
        ("A spokesman for Iran, Hans Lind, denied it.", "IRN", "GOV", "Iran"),
    ],
)
def test_who_is_sent_to_somebody_is_of_those_who_sent_him(
    text: str, country: str | None, sector: str, body: str | None
) -> None:
    found = {e.name: e for e in sayso.read(text, published="2024-11-19").entities}
    person = found["Hans Lind"]
    assert (person.country, person.sector) == (country, sector)
    assert person.affiliation == (None if body is None else found[body].id)


@pytest.mark.model
def test_what_an_office_is_for_is_no_place() -> None:
    (person,) = sayso.read("They praised the minister of Culture Maria Lopes.").entities
    assert (person.name, person.kind) == ("Maria Lopes", "person")
    assert [role.text for role in person.roles] == ["minister of Culture"]


@pytest.mark.parametrize(
    ("tags", "heads", "relations", "joined_to"),
    [
        ("PRP VBP IN VBG NNP CC VB NNP", [1, 1, 3, 1, 3, 6, 3, 6], "nsubj root case obl obj cc conj obj", 1),
        ("PRP VBP TO VB CC VB", [1, 1, 3, 1, 5, 3], "nsubj root mark xcomp cc conj", 3),
        ("PRP VBD VBG CC VB", [1, 1, 1, 4, 2], "nsubj root xcomp cc conj", 2),
    ],
)
def test_verbs_are_joined_that_agree(tags: str, heads: list[int], relations: str, joined_to: int) -> None:
    parse = parse_of("_ " * len(heads), heads, relations, tags=tags)
    hang_joined_verbs(parse)
    assert parse.heads[relations.split().index("conj")] == joined_to


def test_what_somebody_says_besides_hangs_on_his_saying() -> None:
    for clause, head in (("blaming", 3), ("killing", 1)):
        text, heads = f"Gunmen fled police said {clause} rebels", [1, 3, 3, 3, 1, 4]
        parse = parse_of(text, heads, "nsubj ccomp nsubj root advcl obj")
        hang_spoken(parse)
        assert parse.heads == [1, 3, 3, 3, head, 4]


def test_the_second_number_of_a_share_counts_the_noun() -> None:
    text, parts = "downed 57 of 66 drones", "VERB NUM ADP NUM NOUN"
    for heads, relations in (
        ([0, 0, 3, 1, 1], "root obj case nmod nmod"),
        ([0, 4, 3, 1, 0], "root nummod case nmod obj"),
        ([0, 0, 3, 4, 1], "root obj case nummod nmod"),
    ):
        parse = parse_of(text, heads, relations, parts=parts)
        hang_shares(parse)
        assert parse.heads == [0, 0, 4, 4, 1]
        assert parse.labels == ["root", "obj", "case", "nummod", "nmod"]


def test_a_clause_with_that_is_of_the_deed_before_it() -> None:
    text, relations = "hit after attack in Gao that killed nine", "root case obl case nmod nsubj advcl:relcl nsubj"
    parse = parse_of(text, [0, 2, 0, 4, 2, 6, 0, 6], relations)
    hang_relatives(parse)
    assert (parse.heads[6], parse.labels[6]) == (2, "acl:relcl")


def test_a_clause_that_tells_of_the_dead_is_of_the_deed_and_not_of_a_thing() -> None:
    for clause, head in (("killed", 0), ("served", 2)):
        text, heads = f"Bombing of station that {clause}", [0, 2, 0, 4, 2]
        parse = parse_of(text, heads, "root case nmod nsubj acl:relcl")
        hang_relatives(parse)
        assert parse.heads[4] == head


def test_what_stands_between_a_threat_and_its_infinitive_makes_this_no_aim() -> None:
    for text, tags, heads, relations, label in (
        ("They threatened in writing to burn", "PRP VBD IN NN TO VB", [1, 1, 3, 1, 5, 1],
         "nsubj root case obl mark advcl", "xcomp"),
        ("They rode in silence to burn", "PRP VBD IN NN TO VB", [1, 1, 3, 1, 5, 1],
         "nsubj root case obl mark advcl", "advcl"),
        ("They threatened him twice to burn", "PRP VBD PRP RB TO VB", [1, 1, 1, 1, 5, 1],
         "nsubj root obj obl mark advcl", "advcl"),
    ):  # fmt: skip
        parse = parse_of(text, heads, relations, tags=tags)
        hang_infinitives(parse)
        assert parse.labels[5] == label


@pytest.mark.parametrize(
    ("text", "tags", "shared"),
    [
        ("They would have opened it and let us in", "PRP MD VB VBN PRP CC VBD PRP RB", [6]),
        ("They would have opened it and let us in", "PRP MD VB VBN PRP CC VBN PRP RB", []),
        ("They will have opened it and let us in", "PRP MD VB VBN PRP CC VBD PRP RB", []),
    ],
)
def test_a_past_that_shares_what_would_have_been_is_a_participle(text: str, tags: str, shared: list[int]) -> None:
    heads, relations = [3, 3, 3, 3, 3, 6, 3, 6, 6], "nsubj aux aux root obj cc conj obj advmod"
    assert shared_perfects(parse_of(text, heads, relations, tags=tags)) == shared


def test_an_office_over_the_verb_is_of_the_noun_before_the_comma() -> None:
    text, relations = "Holm wrote to Haddad , mayor of Gao", "nsubj root case obl punct appos case nmod"
    for parts, head in (
        ("PROPN VERB ADP PROPN PUNCT NOUN ADP PROPN", 3),
        ("PROPN AUX ADP PROPN PUNCT NOUN ADP PROPN", 0),
    ):
        parse = parse_of(text, [1, 1, 3, 1, 5, 0, 7, 5], relations, parts=parts)
        hang_appositions(parse)
        assert parse.heads[5] == head


def test_a_verb_joined_to_a_number_is_joined_to_the_verb_before() -> None:
    parse = parse_of(
        "killed 3 and wounded 12 clerks", [0, 5, 3, 1, 5, 0], "root nummod cc conj nummod obj",
        parts="VERB NUM CCONJ VERB NUM NOUN",
    )  # fmt: skip
    hang_joined_deeds(parse)
    assert parse.heads == [0, 0, 3, 0, 5, 3] and parse.labels[1] == "obj"


def test_some_of_more_are_joined_to_whom_the_deed_befell() -> None:
    words, parts = "murder of judge and two of his clerks", "NOUN ADP NOUN CCONJ NUM ADP PRON NOUN"
    labels = "root case nmod cc conj case nmod:poss nmod"
    parse = parse_of(words, [0, 2, 0, 4, 0, 7, 7, 4], labels, parts=parts, tags="NN IN NN CC CD IN PRP$ NNS")
    hang_joined_counts(parse)
    assert parse.heads[4] == 2 and parse.labels[4] == "conj"
    of_several = parse_of(words, [0, 2, 0, 4, 0, 7, 7, 4], labels, parts=parts, tags="NNS IN NN CC CD IN PRP$ NNS")
    hang_joined_counts(of_several)
    assert of_several.heads[4] == 0
    words = "mayor of Karas and two of his aides"
    beside = parse_of(words, [0, 2, 0, 4, 0, 7, 7, 4], labels, parts=parts, tags="NN IN NNP CC CD IN PRP$ NNS")
    hang_joined_counts(beside)
    assert beside.heads[4] == 0
