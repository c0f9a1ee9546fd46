"""People, bodies and places of many reports in one list."""

from sayso.link.same_entity import share


def row(report, name, country=None, kind="organization"):
    found = {"report": report, "id": "e1", "kind": kind, "name": name, "country": country, "mentions": 1}
    return {**found, "lat": None, "lon": None}


def test_names_come_before_common_nouns_and_each_by_how_many_report_them():
    rows = [row("r1", "police"), row("r2", "police"), row("r1", "Amnesty"), row("r1", "Oxfam"), row("r2", "Oxfam")]
    assert [(one.name, one.reports) for one in share(rows)] == [("Oxfam", 2), ("Amnesty", 1), ("police", 2)]


def test_the_police_of_two_lands_are_of_neither():
    (police,) = share([row("r1", "police", "GRC"), row("r2", "police", "USA"), row("r3", "Police")])
    assert police.country is None and police.reports == 3
    (greek,) = share([row("r1", "police", "GRC"), row("r2", "police")])
    assert greek.country == "GRC"
