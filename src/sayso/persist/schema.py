"""The picture's tables.

One row of `reports` holds a report's text and its whole reading (JSON, compressed, without the text). The other tables
are flat copies of what is asked for: they are written with the reading, in one transaction, and can be made again from
it. Words are never copied: `start` and `end` point into `reports.text`. All ids of things are (report, id) pairs.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
)

#: raised by one whenever a table changes
VERSION = 5

#: version → the tables that the next one has besides; they hold what is found across reports, which linking fills, or
#: what readings hold, which is copied from them
ADDED: dict[int, tuple[str, ...]] = {2: ("outcomes",), 3: ("origins",), 4: ("names",)}

metadata = MetaData()

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

reports = Table(
    "reports",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("given_id", String),
    Column("version_of", String, ForeignKey("reports.id", deferrable=True, initially="DEFERRED")),
    #: 1 for the newest version of a page, 0 for the ones before it
    Column("newest", Integer, nullable=False),
    Column("url", String, index=True),
    Column("outlet", String),
    Column("title", String),
    Column("published", String, index=True),
    Column("language", String, nullable=False),
    #: when this picture learned of it, UTC
    Column("added", String, nullable=False),
    Column("syndicated_from", String),
    Column("text", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    #: sha256 of the reading's JSON
    Column("digest", LargeBinary, nullable=False),
)


def _of_a_report() -> list[Column[int] | Column[str]]:
    """What starts every row of a record: its report, and its id in it."""
    return [
        Column("report", Integer, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
        Column("id", String, primary_key=True),
    ]


entities = Table(
    "entities",
    metadata,
    *_of_a_report(),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("country", String),
    Column("places", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("mentions", Integer, nullable=False),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    *_of_a_report(),
    Column("act", String, nullable=False),
    Column("source", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("places", String),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    *_of_a_report(),
    Column("type", String),
    Column("mode", String),
    Column("status", String, nullable=False),
    Column("actors", String),
    Column("recipients", String),
    Column("places", String),
    Column("country", String),
    Column("since", String),
    Column("until", String),
    #: the sentence
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("score", Float, nullable=False),
    #: 1 where the codebook has a type for it, or where it has a toll
    Column("coded", Integer, nullable=False),
    #: the linked event that it tells: the number in its id, E + 12 hexadecimal digits
    Column("linked", Integer, index=True),
    sqlite_with_rowid=False,
)

outlooks = Table(
    "outlooks",
    metadata,
    *_of_a_report(),
    Column("holder", String),
    Column("low", Float),
    Column("high", Float),
    Column("until", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("places", String),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: what became of each outlook
outcomes = Table(
    "outcomes",
    metadata,
    *_of_a_report(),
    Column("outcome", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

#: the names that are another's, over all reports: "RSF" → "Rapid Support Forces"
names = Table(
    "names",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("one", String, nullable=False),
    sqlite_with_rowid=False,
)

disputes = Table(
    "disputes",
    metadata,
    Column("id", String, primary_key=True),
    Column("event", Integer, nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("open", Integer, nullable=False),
    Column("dispute", LargeBinary, nullable=False),
)

#: the file that a report without an address of its own was read from: changed and read again it is a new version
origins = Table(
    "origins",
    metadata,
    Column("report", Integer, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
    Column("location", String, nullable=False, index=True),
)

Index("same_page", reports.c.outlet, reports.c.title)

#: full-text search over titles and texts; the words stay in `reports` alone
_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(title, text, content='reports', content_rowid='n',"
    " tokenize='porter unicode61')",
    "CREATE TRIGGER search_added AFTER INSERT ON reports BEGIN"
    " INSERT INTO search(rowid, title, text) VALUES (new.n, new.title, new.text); END",
    "CREATE TRIGGER search_forgotten AFTER DELETE ON reports BEGIN"
    " INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.n, old.title, old.text); END",
)
for _statement in _SEARCH:
    event.listen(metadata, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]
