"""From a standing and what people entered to a pack, and from a pack to its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from dashboard.access.edition import Edition
from dashboard.access.publication import published, replies_to, with_published
from dashboard.assessment.standing import Records, Standing
from dashboard.exports.paper import pdf, word
from dashboard.exports.report.material import READINESS, Entered, Extras, Material, first_reviewed
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.exports.slides import powerpoint
from dashboard.exports.table_workbook import workbook
from dashboard.exports.zips import entry_name, zipped
from dashboard.plan import clock

LISTS = ("documents", "awards", "inspections", "examples", "indices")
"""Tables that a pack shows and no score depends on; they are sealed with the records."""


def pack_of(
    standing: Standing,
    milestone: str,
    records: Records,
    lists: Mapping[str, pd.DataFrame],
    entered: Entered,
    seal: SealMark,
    *,
    illustrative: bool,
    today: dt.date | None = None,
    inner: bool = False,
) -> Pack:
    """The pack of a milestone (its code in the plan) from a standing of its year; `lists` has the tables of `LISTS`. Figures are the standing's, what people entered is as of today."""
    material = material_of(standing, milestone, records, lists, entered, today, inner=inner)
    return pack_content(
        material.standing, material.milestone, material.extras, seal, illustrative=illustrative
    )


def material_of(
    standing: Standing,
    milestone: str,
    records: Records,
    lists: Mapping[str, pd.DataFrame],
    entered: Entered,
    today: dt.date | None = None,
    *,
    inner: bool = False,
) -> Material:
    """A standing at a milestone with everything beside it, as `pack_of`: what the pack and the deck are made from.

    Namings that are drafts, and what units replied to them, are only in an inner copy: what leaves the house names whom a meeting published.
    """
    if not inner:
        told = published(entered.publications)
        standing = replace(
            standing,
            flags=with_published(standing.flags, told, standing.year),
            published_only=True,
        )
        entered = entered._replace(replies=replies_to(told, entered.replies))
    extras = Extras(
        lists["documents"],
        lists["awards"],
        lists["inspections"],
        lists["examples"],
        records.limitations,
        records.lineage,
        lists["indices"],
        entered.conclusions,
        entered.replies,
        entered.publications,
        today or clock.today(),
        entered.disciplines,
        lists.get(READINESS),
    )
    held = standing.plan.milestone(milestone)
    return Material(standing, held, extras, first_reviewed(standing, held), inner)


def mark_of(edition: Edition, until: dt.date | None = None) -> SealMark:
    """The mark that everything made from an edition bears; as of the end of an earlier day a later publication is not told."""
    published = edition.published_on
    return SealMark(
        edition.name,
        edition.at,
        edition.who,
        edition.fingerprint,
        edition.number,
        None if published and until and published > until else published,
        edition.plan_version,
        edition.link,
    )


REPORT = "bao-cao.docx"
MAKERS: Mapping[str, Callable[[Pack], bytes]] = {
    REPORT: word.report,
    "bao-cao.pdf": pdf.report,
    "trinh-chieu.pptx": powerpoint.deck,
    "phu-luc.xlsx": workbook,
}
"""How each file of a pack ends, and what makes its bytes."""
WHOLE = "ho-so-hop.zip"


def file_name(year: int, fingerprint: str | None, ending: str) -> str:
    """The file's name: the milestone's year, ending, and the seal's fingerprint where there is one.

    >>> file_name(2025, "ab12cd34ef", "bao-cao.docx")
    '2025-bao-cao-ab12cd34.docx'
    """
    name, kind = ending.rsplit(".", 1)
    return entry_name(year, name, *([fingerprint[:8]] if fingerprint else [])) + f".{kind}"


def file_of(pack: Pack, ending: str, template: bytes | None = None) -> bytes:
    """One file of the pack by its ending (of `MAKERS`, or `WHOLE`: all in one zip). `template` is an office's own Word document, for the report.

    Raises `WordTemplateError` where the template cannot be used.
    """
    if ending == WHOLE:
        return zipped(files_of(pack, template).items())
    return word.report(pack, template) if ending == REPORT else MAKERS[ending](pack)


def files_of(pack: Pack, template: bytes | None = None) -> dict[str, bytes]:
    """Every file of the pack by its name."""
    return {
        file_name(pack.year, pack.seal.fingerprint, ending): file_of(pack, ending, template)
        for ending in MAKERS
    }


def write_files(pack: Pack, folder: Path, template: bytes | None = None) -> list[Path]:
    """Every file of the pack and all in one zip, written into a folder that is made if it is not there; their paths."""
    files = files_of(pack, template)
    folder.mkdir(parents=True, exist_ok=True)
    made = {**files, file_name(pack.year, pack.seal.fingerprint, WHOLE): zipped(files.items())}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]
