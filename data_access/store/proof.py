"""Proof that nothing kept was changed or taken out: the chain of the journal, the chain of the seals, the hash of every seal's figures and of every file."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from data_access.office_tables import journal
from data_access.schema import files, imports
from data_access.seal_table import seals
from data_access.store import person_codes, recoded
from data_access.store.chain import JOURNAL_PARTS, SEAL_PARTS, link_of
from data_access.store.recoded import Recoded

BEGIN_ANEW = ("empty", "restore")  # deeds after which seals of before may be gone
NO_GZIP = (OSError, EOFError, zlib.error)


@dataclass(frozen=True)
class Fault:
    """What does not hold. `code`: `journal_broken`, `seal_broken`, `seal_changed`, `seal_missing`, `seal_unanchored`, `names_changed`, `file_changed`, `file_missing`; `fields` say where."""

    code: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Proof:
    """How much was proved, the heads of both chains ('' where nothing is chained), what does not hold (of a chain the first broken link),
    and the entries by which old names were once replaced by codes and the chains made anew."""

    entries: int
    seals: int
    files: int
    journal_head: str
    seal_head: str
    faults: tuple[Fault, ...]
    recoded: tuple[Recoded, ...] = ()


def prove(connection: sa.Connection) -> Proof:
    """Look at everything that is kept for good. Every row is read; nothing is written."""
    entries, journal_faults = _chain(connection, journal, JOURNAL_PARTS, "journal_broken")
    kept, seal_faults = _chain(connection, seals, SEAL_PARTS, "seal_broken")
    anew = recoded.entries(connection)
    faults = [
        *journal_faults,
        *(_names(anew) if not journal_faults else ()),
        *seal_faults,
        *_seals_and_deeds(connection),
        *_contents(connection),
        *_files(connection),
    ]
    return Proof(
        len(entries),
        len(kept),
        connection.execute(sa.select(sa.func.count()).select_from(files)).scalar_one(),
        entries[-1] if entries else "",
        kept[-1] if kept else "",
        tuple(faults),
        anew,
    )


def _names(anew: tuple[Recoded, ...]) -> Iterator[Fault]:
    """Entries of names replaced by codes that tell of other rows than stand before them."""
    for one in anew:
        if not one.holds:
            yield Fault("names_changed", {"number": one.number, "at": one.at, "who": one.who})


def _chain(
    connection: sa.Connection, table: sa.Table, parts: tuple[str, ...], code: str
) -> tuple[list[str], list[Fault]]:
    """The links of a chain as they should be, and its first broken one: after that nothing can be told."""
    columns = [table.c[name] for name in ("id", "link", *parts)]
    links: list[str] = []
    for row in connection.execute(sa.select(*columns).order_by(table.c.id)).mappings():
        links.append(link_of(links[-1] if links else "", dict(row), parts))
        if row["link"] != links[-1]:
            fault = Fault(
                code,
                {
                    "number": row["id"],
                    "at": row["at"],
                    "who": person_codes.named(connection, row["who"]),
                },
            )
            return links, [fault]
    return links, []


def _seals_and_deeds(connection: sa.Connection) -> Iterator[Fault]:
    """Every seal that the journal tells of since the store was last begun anew is there with its link, and every seal hangs on an entry of the journal."""
    rows = sa.select(journal.c.action, journal.c.detail, journal.c.link).order_by(journal.c.id)
    told: dict[int, str] = {}
    links, is_anew = {""}, False
    for action, detail, link in connection.execute(rows):
        links.add(link)
        if action in BEGIN_ANEW:
            told, is_anew = {}, True
        if action == "seal" and "link" in detail:
            told[detail["seal"]] = detail["link"]
    kept = dict(connection.execute(sa.select(seals.c.id, seals.c.link)).all())
    for number, link in told.items():
        if kept.get(number) != link:
            yield Fault("seal_missing", {"number": number})
    anchors = connection.execute(sa.select(seals.c.id, seals.c.journal_link).order_by(seals.c.id))
    for number, anchor in anchors:
        if anchor not in links and not is_anew:
            yield Fault("seal_unanchored", {"number": number})


def _contents(connection: sa.Connection) -> Iterator[Fault]:
    """Seals whose figures are not those of their fingerprint; one at a time, for they are large."""
    for number in connection.execute(sa.select(seals.c.id).order_by(seals.c.id)).scalars().all():
        own = sa.select(seals.c.content, seals.c.fingerprint).where(seals.c.id == number)
        content, fingerprint = connection.execute(own).one()
        if _fingerprint(bytes(content)) != fingerprint:
            yield Fault("seal_changed", {"number": number})


def _fingerprint(content: bytes) -> str | None:
    """The SHA-256 of what a seal holds; None of bytes that are no compressed text."""
    try:
        return hashlib.sha256(gzip.decompress(content)).hexdigest()
    except NO_GZIP:
        return None


def _files(connection: sa.Connection) -> Iterator[Fault]:
    """Files that are not those of their hash, and imports whose file is gone."""
    known = set()
    for sha256, name in connection.execute(sa.select(files.c.sha256, files.c.name)).all():
        known.add(sha256)
        content = connection.execute(
            sa.select(files.c.content).where(files.c.sha256 == sha256)
        ).scalar_one()
        if hashlib.sha256(bytes(content)).hexdigest() != sha256:
            yield Fault("file_changed", {"name": name})
    wanted = sa.select(imports.c.id, imports.c.file, imports.c.sha256).order_by(imports.c.id)
    for number, name, sha256 in connection.execute(wanted):
        if sha256 is not None and sha256 not in known:
            yield Fault("file_missing", {"number": number, "name": name})
