"""Whatever happens to the file, our own error says so: every method, on a locked and on a broken picture."""

import sqlite3

import pytest
from builders import strike

from sayso.errors import PictureError
from sayso.persist.picture import Picture

REPORT = strike("Dnipro Post", 19)

ASKING = {
    "contains": lambda p: REPORT.report.id in p,
    "len": len,
    "reading": lambda p: p.reading(REPORT.report.id),
    "report": lambda p: p.report(REPORT.report.id),
    "readings": lambda p: list(p.readings()),
    "statements": lambda p: p.statements(about="Sumy"),
    "outlooks": lambda p: p.outlooks(),
    "tellings": lambda p: p.tellings(),
    "events": lambda p: p.events(),
    "disputes": lambda p: p.disputes(),
    "entities": lambda p: p.entities(),
    "reports": lambda p: p.reports(),
    "search": lambda p: p.search("missiles"),
    "why": lambda p: p.why(f"{REPORT.report.id}/v1"),
    "hash": lambda p: p.hash(),
    "doctor": lambda p: p.doctor(),
}
WRITING = {
    "put": lambda p: p.put(strike("Volga Wire", 34)),
    "forget": lambda p: p.forget(REPORT.report.id),
    "link": lambda p: p.link(),
    "add": lambda p: p.add([strike("Volga Wire", 34).report]),
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "picture.db"
    with Picture(path) as picture:
        picture.put(REPORT)
        picture.link()
    return path


@pytest.fixture(autouse=True)
def without_a_model(monkeypatch):
    monkeypatch.setattr("sayso.pipeline.read", lambda reports, **_: (strike("Volga Wire", 34) for _ in reports))


@pytest.mark.parametrize("name", [*ASKING, *WRITING])
def test_a_picture_that_was_damaged(path, name):
    with Picture(path) as picture:
        pass
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 512] = b"\xa5" * 512
    path.write_bytes(content)
    try:
        with Picture(path) as picture:
            (ASKING | WRITING)[name](picture)
    except PictureError as error:
        # an operation that meets no damaged page may well succeed; no other error may come out
        assert str(path) in str(error)


@pytest.mark.parametrize("name", ["odd?x=1.db", "per%20cent.db", "hash#1.db"])
def test_a_file_has_the_name_that_it_is_given(tmp_path, name):
    with Picture(tmp_path / name) as picture:
        picture.put(REPORT)
    assert (tmp_path / name).exists()
    with Picture(tmp_path / name, create=False) as picture:
        assert len(picture) == 1


@pytest.mark.parametrize("name", WRITING)
def test_a_picture_that_another_program_locks(path, name):
    with Picture(path, busy_seconds=0.1) as picture:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PictureError, match="is locked by another program"):
            WRITING[name](picture)
        other.close()
        assert len(picture) == 1


@pytest.mark.parametrize("name", ASKING)
def test_a_picture_is_read_while_another_program_writes(path, name):
    with Picture(path, busy_seconds=0.1) as picture:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        if name == "doctor":
            # the search index is checked with a write
            with pytest.raises(PictureError, match="locked"):
                ASKING[name](picture)
        else:
            ASKING[name](picture)
        other.close()


@pytest.mark.parametrize("name", [*ASKING, *WRITING])
def test_tables_that_are_gone(path, name):
    with Picture(path) as picture:
        with sqlite3.connect(path) as other:
            other.execute("PRAGMA foreign_keys = OFF")
            for table in ("reports", "events", "statements", "outlooks", "entities", "disputes", "search", "meta"):
                other.execute(f"DROP TABLE {table}")
        with pytest.raises(PictureError, match="cannot be used"):
            (ASKING | WRITING)[name](picture)
