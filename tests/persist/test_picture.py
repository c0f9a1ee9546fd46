"""The picture stores what is read, once, and gives it back."""

import sqlite3

import msgspec
import pytest
from builders import KYIV, SUMY, Build, strike

from sayso.errors import PictureError, SchemaError, UsageError, WordsError
from sayso.model import Origin, Reading, words
from sayso.persist.picture import Picture
from sayso.persist.schema import VERSION


@pytest.fixture
def picture(tmp_path):
    with Picture(tmp_path / "picture.db") as picture:
        yield picture


def visit():
    b = Build(
        "Zelensky arrived in Kyiv. “Missiles speak for themselves,” Zelensky said. Russia will probably respond soon.",
        outlet="Dnipro Post", published="2024-11-18", title="Back in the capital",
    )  # fmt: skip
    b.entity("person", "Zelensky", mentions=["Zelensky"], country="UKR", country_from="table")
    b.entity("place", "Kyiv", place=KYIV, country="UKR", country_from="table")
    b.entity("place", "Russia", country="RUS", country_from="words")
    b.statement(source="Zelensky", cue="said", content="“Missiles speak for themselves,”", manner="direct")
    b.event("arrived", type=None, lemma="arrive", actors=["Zelensky"], place="Kyiv",
            start="2024-11-18", end="2024-11-19", precision="day", from_="dateline")  # fmt: skip
    b.outlook("Russia will probably respond soon", cue="will probably", holder="Russia", probability=(0.55, 0.8))
    return b.reading()


def test_a_reading_comes_back_as_it_was(picture):
    reading = visit()
    assert picture.put(reading)
    assert picture.reading(reading.report.id) == reading
    assert list(picture.readings()) == [reading]


def test_again_changes_nothing(picture):
    assert picture.put(visit())
    before = picture.hash()
    assert not picture.put(visit())
    assert len(picture) == 1
    assert picture.hash() == before


def test_the_hash_is_of_the_reports_not_of_their_order(tmp_path):
    one, other = strike("Dnipro Post", 19), strike("Volga Wire", 34)
    hashes = []
    for name, order in (("a.db", (one, other)), ("b.db", (other, one))):
        with Picture(tmp_path / name) as picture:
            for reading in order:
                picture.put(reading)
            hashes.append(picture.hash())
    assert hashes[0] == hashes[1]


def test_words_that_do_not_match_are_never_stored(picture):
    reading = visit()
    wrong = msgspec.structs.replace(reading.statements[0].content, text="other words")
    statement = msgspec.structs.replace(reading.statements[0], content=wrong)
    with pytest.raises(WordsError, match=reading.report.id):
        picture.put(msgspec.structs.replace(reading, statements=(statement,)))
    outside = msgspec.structs.replace(reading.statements[0], content=words(reading.report.text + "!" * 9, (0, 300)))
    with pytest.raises(WordsError, match="not in its text"):
        picture.put(msgspec.structs.replace(reading, statements=(outside,)))
    assert len(picture) == 0


def test_filters(picture):
    picture.put(visit())
    picture.put(strike("Volga Wire", 34))
    assert [f.record.source.text for f in picture.statements(by="zelensky")] == ["Zelensky"]
    assert len(picture.statements(about="tower Sumy")) == 1
    assert len(picture.statements(since="2024-11-19")) == 0
    assert len(picture.statements(until="2024-11-18")) == 2
    assert len(picture.statements(min_score=0.95)) == 0
    assert len(picture.statements(where="Ukraine")) == 1
    assert len(picture.outlooks(by="Russia")) == 1
    assert [e.type for e in picture.events(where="Sumy")] == ["ASSAULT"]
    assert [e.type for e in picture.events(where="UKR", kind="aerial")] == ["ASSAULT"]
    assert len(picture.events(where="Ukraine")) == 2
    assert [e.start for e in picture.events(since="2024-11-18")] == ["2024-11-18"]
    assert [e.start for e in picture.events(until="2024-11-17")] == ["2024-11-17"]
    assert {e.name for e in picture.entities(kind="place")} == {"Kyiv", "Sumy", "Russia"}
    assert [r.outlet for r in picture.reports(about="tower")] == ["Volga Wire"]
    with pytest.raises(UsageError, match="since"):
        picture.events(since="yesterday")
    with pytest.raises(UsageError, match="no filter"):
        picture.events(abuot="x")


def test_search(picture):
    picture.put(visit())
    picture.put(strike("Volga Wire", 34))
    (hit,) = picture.search("missile tower")
    assert hit.outlet == "Volga Wire"
    assert any(marked and words.startswith("tower") for words, marked in hit.excerpt)
    assert picture.search('"speak for themselves"')
    for odd in ("NEAR(", 'a"b', "col:x", "* ^", "-"):
        try:
            picture.search(odd)
        except UsageError:
            continue
    assert picture.search("tower*AND") == []
    with pytest.raises(UsageError, match="NUL"):
        picture.search("tower\0")


def test_why(picture):
    reading = strike("Volga Wire", 34)
    picture.put(reading)
    why = picture.why(f"{reading.report.id}/v1")
    assert why.kind == "event"
    assert ("killed", "34 people") in [(role, words.text) for role, words in why.words]
    assert [link.text for link in why.chain] == ["the governor"]
    assert why.linked is not None and why.linked.reports == 1
    with pytest.raises(UsageError):
        picture.why("v1")
    with pytest.raises(UsageError, match="no record"):
        picture.why(f"{reading.report.id}/v9")
    with pytest.raises(PictureError, match="no report"):
        picture.why("r-0/v1")


def test_whoever_said_so_has_a_name(picture):
    b = Build("Ali Bah came. He said that rebels struck a mill.", outlet="Volga Wire", published="2024-11-18")
    b.entity("person", "Ali Bah", mentions=["Ali Bah", "He"])
    b.statement(source="He", cue="said", content="rebels struck a mill")
    b.event("struck", according_to=["He"])
    reading = b.reading()
    picture.put(reading)
    for record in ("s1", "v1"):
        (link,) = picture.why(f"{reading.report.id}/{record}").chain
        assert (link.text, link.spans) == ("Ali Bah", ((14, 16),))


def test_forget_takes_a_report_and_all_it_gave(picture):
    reading = strike("Volga Wire", 34)
    picture.put(reading)
    picture.put(visit())
    picture.forget(reading.report.id)
    assert [r.report.id for r in picture.readings()] == [visit().report.id]
    assert picture.search("tower") == []
    assert picture.doctor() == []
    assert all(e.type != "ASSAULT" for e in picture.events())
    with pytest.raises(PictureError, match="no report"):
        picture.forget(reading.report.id)


def test_a_page_that_changed_is_a_new_version(picture):
    url = "https://example.org/sumy"
    first, second = strike("Volga Wire", 19, url=url), strike("Volga Wire", 34, url=url)
    picture.put(first)
    picture.put(second)
    stored = picture.reading(second.report.id)
    assert stored.report.version_of == first.report.id
    assert [r.report.id for r in picture.readings()] == [second.report.id]
    assert len(list(picture.readings(versions=True))) == 2
    assert [line.newest for line in picture.reports()] in ([False, True], [True, False])
    assert len(picture.statements()) == 1
    picture.forget(second.report.id)
    assert [r.report.id for r in picture.readings()] == [first.report.id]


def test_who_only_asks_sees_the_links_of_before_while_a_new_version_comes_in(picture):
    url = "https://wire.example/1"
    picture.put(strike("Volga Wire", 19, url=url))
    picture.link()
    with Picture(picture.path, asks_only=True) as reader:
        before = reader.events()
        picture.put(strike("Volga Wire", 34, url=url))
        assert reader.events() == before
        picture.link()
        assert [account.best for account in reader.events()[0].tolls["killed"]] == [34]


def test_versions_without_a_url_need_the_same_outlet_and_title(picture):
    first = strike("Volga Wire", 19)
    corrected = msgspec.structs.replace(strike("Volga Wire", 34), report=msgspec.structs.replace(
        strike("Volga Wire", 34).report, title=first.report.title))  # fmt: skip
    picture.put(first)
    picture.put(corrected)
    assert picture.reading(corrected.report.id).report.version_of == first.report.id
    other = visit()
    named = msgspec.structs.replace(other.report, outlet="Volga Wire", title=first.report.title)
    picture.put(msgspec.structs.replace(other, report=named))
    assert picture.reading(other.report.id).report.version_of is None


SIX = "Shells killed six people in the old market of Gao on Monday, the mayor said. Nobody has said who fired."


def of_file(text, path, outlet=None):
    report = Build(text, outlet=outlet).report()
    return Reading(report=msgspec.structs.replace(report, origin=Origin(kind="file", location=str(path))))


@pytest.mark.parametrize("outlet", [None, "Volga Wire"])
def test_a_text_file_that_was_corrected_is_a_new_version_of_itself(picture, tmp_path, outlet):
    first, second = (of_file(SIX.replace("six", n), tmp_path / "gao.txt", outlet) for n in ("six", "seven"))
    picture.put(first)
    picture.put(second)
    assert picture.reading(second.report.id).report.version_of == first.report.id
    assert [line.newest for line in picture.reports() if line.id == first.report.id] == [False]


def test_one_sentence_of_a_file_is_corrected_too(picture, tmp_path):
    first, second = (of_file(f"Shells killed {n} people in Gao.", tmp_path / "gao.txt") for n in ("six", "seven"))
    picture.put(first)
    picture.put(second)
    assert picture.reading(second.report.id).report.version_of == first.report.id


def test_a_file_written_over_with_another_report_and_another_file_are_no_versions(picture, tmp_path):
    picture.put(of_file(SIX, tmp_path / "gao.txt"))
    other = of_file("The talks in Oslo were put off until the spring, a diplomat told us.", tmp_path / "gao.txt")
    elsewhere = of_file(SIX.replace("six", "seven"), tmp_path / "other" / "gao.txt")
    piped = [of_file(SIX.replace("six", n), "standard input") for n in ("eight", "nine")]
    for reading in (other, elsewhere, *piped):
        picture.put(reading)
        assert picture.reading(reading.report.id).report.version_of is None


def test_paths_are_told_apart_by_the_folder_they_are_in(picture, tmp_path, monkeypatch):
    for number, folder in (("six", "one"), ("seven", "two")):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        picture.put(of_file(SIX.replace("six", number), "gao.txt"))
    assert all(line.newest for line in picture.reports())


def test_a_file_that_is_no_picture(tmp_path):
    path = tmp_path / "other.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(SchemaError, match=r"no picture"):
        Picture(path)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE things (a)")
    with pytest.raises(SchemaError, match=r"no picture"):
        Picture(foreign)
    with pytest.raises(PictureError, match="there is no picture"):
        Picture(tmp_path / "absent.db", create=False)
    with pytest.raises(PictureError, match="no folder"):
        Picture(tmp_path / "absent" / "picture.db")
    with pytest.raises(PictureError, match="is a folder"):
        Picture(tmp_path)


def test_another_schema_version(tmp_path):
    path = tmp_path / "picture.db"
    Picture(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(SchemaError, match="schema version 99"):
        Picture(path)


def test_a_picture_of_the_version_before_gets_its_tables_and_its_outcomes(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as picture:
        picture.put(visit())
        picture.refresh()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE outcomes")
        connection.execute("UPDATE meta SET value = '2' WHERE key = 'schema'")
    with Picture(path) as picture:
        (found,) = picture.outlooks()
        assert found.fate is not None
        assert found.outcome == "open"
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(VERSION),)
        assert connection.execute("SELECT outcome FROM outcomes").fetchall() == [("open",)]


def test_outlooks_are_asked_by_what_became_of_them(picture):
    picture.put(visit())
    assert [f.outcome for f in picture.outlooks(kind="open")] == ["open"]
    assert picture.outlooks(kind="came_true") == picture.outlooks(kind="failed") == []
    (told,) = (f.as_dict() for f in picture.outlooks())
    assert {key: told[key] for key in ("outcome", "came_about", "horizon_passed", "decided_by")} == {
        "outcome": "open", "came_about": None, "horizon_passed": False, "decided_by": [],
    }  # fmt: skip


def test_the_doctor_finds_what_was_changed_behind_our_back(picture):
    reading = strike("Volga Wire", 34)
    picture.put(reading)
    assert picture.doctor() == []
    with sqlite3.connect(picture.path) as connection:
        connection.execute("UPDATE reports SET text = replace(text, 'Sumy', 'Kyiv')")
    faults = picture.doctor()
    assert any(reading.report.id in fault for fault in faults)


def test_a_place_is_found_by_its_names(picture):
    picture.put(strike("Volga Wire", 34))
    (event,) = picture.events()
    assert event.place == SUMY
    assert event.title == "Russian missiles struck a tower block, Sumy"


def test_events_with_a_code_or_a_toll_alone(picture):
    b = Build("A gate stood. A mine fell in on two men. Rebels took the town.", outlet="Volga Wire")
    b.event("stood", type=None)
    b.event("fell", type=None, toll=[("killed", "two men", "exact", 2)])
    b.event("took", type="CONTROL")
    picture.put(b.reading())
    assert sorted(str(e.type) for e in picture.events(coded=True)) == ["CONTROL", "None"]
    assert (picture.how_many_events(), picture.how_many_events(coded=True)) == (3, 2)
    assert picture.how_many_events(coded=True, limit=1) == 2


def test_a_report_without_a_title_is_known_by_its_first_words(tmp_path):
    words = (
        "Rebels held the port of Bria on Monday while the envoys of both sides were still on their way to the talks."
    )
    with Picture(tmp_path / "picture.db") as picture:
        picture.put(Build(f"\n\n  {words}\nNobody was hurt.", outlet="A").reading())
        (line,) = picture.reports()
    assert line.title is None
    assert line.opening == "Rebels held the port of Bria on Monday while the envoys of both sides were …"


def test_a_count_is_on_the_word_of_who_puts_it(picture):
    b = Build("Shells hit a mill. The army put the toll at nine.", outlet="Volga Wire", published="2024-11-18")
    hit = b.event("hit", recipients=["a mill"])
    b.event("put", type=None, actors=["The army"], same_as=hit)
    b.statement(source="The army", cue="put", content="the toll at nine")
    reading = b.reading()
    picture.put(reading)
    chains = [[link.text for link in picture.why(f"{reading.report.id}/{event}").chain] for event in ("v1", "v2")]
    assert chains == [[], ["The army"]]


def test_files_of_other_kinds_in_a_folder_are_named(picture, tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.pipeline.read", lambda reports, **_: (Reading(report=report) for report in reports))
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.pdf", "c.docx"):
        (folder / name).write_text("The ferry sank.")
    counts = picture.add([folder])
    assert counts.passed == (folder / "b.pdf", folder / "c.docx")
    assert str(counts).splitlines() == [
        "seen 1 = read 1 + unchanged 0 + quarantined 0",
        f"2 files are of no kind that is read, and left alone: {folder / 'b.pdf'}, {folder / 'c.docx'}",
    ]


def test_open_disputes_come_first_and_the_latest_of_these(picture):
    for day, killed in ((10, (3, 8)), (20, (4, 9))):
        for n, number in enumerate(killed):
            b = Build(f"A mine in Togo killed {number} people.", outlet=f"Post {n}", published=f"2024-12-{day}")
            b.event("killed", lemma="kill", place=None, start=f"2024-12-{day}", end=f"2024-12-{day + 1}",
                    precision="day", toll=[("killed", f"{number} people", "exact", number)])  # fmt: skip
            picture.put(b.reading())
    for number, published in ((19, "2024-11-17"), (34, "2024-12-25")):
        picture.put(strike("Volga Wire", number, published=published))
    found = picture.disputes()
    assert [(d.open, max(a.published for a in d.accounts)) for d in found] == [
        (True, "2024-12-20"), (True, "2024-12-10"), (False, "2024-12-25"),
    ]  # fmt: skip
    assert picture.disputes(limit=1) == found[:1]
