"""What briefs and tables write in one way."""

from builders import Build

from sayso.publish.words import chain, figure


def test_hearsay_is_no_source():
    b = Build("The ferry is said to have sunk, the harbour master, a sailor, told the Post.")
    links = (b.link("the harbour master,"), b.link("is said", hearsay=True))
    assert chain(links) == "the harbour master ← hearsay (“is said”)"


def test_figures_and_statuses_are_read_by_people():
    assert [figure(value) for value in (12.0, 1200, "≥ 9", "did_not_occur", None)] == [
        "12", "1,200", "≥ 9", "did not occur", None,
    ]  # fmt: skip
