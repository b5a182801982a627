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
from dashboard.exports.dossier import dossier
from dashboard.exports.paper import pdf, word
from dashboard.exports.paper.contents import Paper
from dashboard.exports.paper.official import as_word, as_word_page
from dashboard.exports.report.material import READINESS, Entered, Extras, Material, first_reviewed
from dashboard.exports.report.order import pack_content
from dashboard.exports.report.pack import Pack, SealMark
from dashboard.exports.slides import powerpoint
from dashboard.exports.table_workbook import workbook
from dashboard.exports.zips import entry_name, readable_name, zipped
from dashboard.plan import clock

ZIP_NAMES = {"ho-so-hop.zip": "Hồ sơ", "van-ban.zip": "Văn bản"}
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
    made = pack_content(
        material.standing, material.milestone, material.extras, seal, illustrative=illustrative
    )
    return with_dossier(made, material)


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
        entered.nominees,
        entered.vote_counts,
        entered.votes,
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


REPORT, REPORT_PDF = "bao-cao.docx", "bao-cao.pdf"
MAKERS: Mapping[str, Callable[[Pack], bytes]] = {
    REPORT: word.report,
    REPORT_PDF: pdf.report,
    "trinh-chieu.pptx": powerpoint.deck,
    "phu-luc.xlsx": workbook,
}
"""How each file of a pack ends, and what makes its bytes."""
WHOLE, PAPERS = "ho-so-hop.zip", "van-ban.zip"
"""Everything in one zip; the documents around the meeting alone."""


def with_dossier(pack: Pack, material: Material) -> Pack:
    """The pack with the documents that the office writes around the meeting, from the same material."""
    return replace(pack, dossier=dossier.drafts(material, pack))


def file_name(year: int, fingerprint: str | None, ending: str, meeting: str = "") -> str:
    """The file's name: the milestone's year, ending, and the seal's fingerprint where there is one; a zip is named after its meeting.

    >>> file_name(2025, "ab12cd34ef", "bao-cao.docx"), file_name(2025, "ab12cd34ef", WHOLE, "Tổng kết 2025")
    ('2025-bao-cao-ab12cd34.docx', 'Hồ sơ Tổng kết 2025 (ab12cd34).zip')
    """
    if ending in ZIP_NAMES and meeting:
        sealed = f" ({fingerprint[:8]})" if fingerprint else ""
        return readable_name(f"{ZIP_NAMES[ending]} {meeting}{sealed}") + ".zip"
    name, kind = ending.rsplit(".", 1)
    return entry_name(year, name, *([fingerprint[:8]] if fingerprint else [])) + f".{kind}"


def file_of(
    pack: Pack, ending: str, template: bytes | None = None, *, is_short: bool = False
) -> bytes:
    """One file of the pack by its ending (of `MAKERS`, `WHOLE` or `PAPERS`). `template` is an office's own Word document, for everything in Word; `is_short`: the report with the annexes that all get.

    Raises `WordTemplateError` where the template cannot be used.
    """
    if ending == WHOLE:
        return zipped(whole_of(pack, template).items())
    if ending == PAPERS:
        return zipped(papers_of(pack, template).items())
    if ending == REPORT:
        return word.report(pack, template, is_short=is_short)
    if ending == REPORT_PDF:
        return pdf.report(pack, is_short=is_short)
    return MAKERS[ending](pack)


def files_of(
    pack: Pack, template: bytes | None = None, *, is_short: bool = False
) -> dict[str, bytes]:
    """Every file of the pack by its name, without the documents around the meeting."""
    return {
        file_name(pack.year, pack.seal.fingerprint, ending): file_of(
            pack, ending, template, is_short=is_short
        )
        for ending in MAKERS
    }


def papers_of(pack: Pack, template: bytes | None = None) -> dict[str, bytes]:
    """The documents around the meeting by their names in the zip: Word first, the same as PDF in a folder of its own."""
    made = {}
    for one in pack.dossier:
        is_paper = isinstance(one.paper, Paper)
        in_word = as_word if is_paper else as_word_page
        made[f"{readable_name(one.name)}.docx"] = in_word(one.paper, template)
    for one in pack.dossier:
        in_pdf = pdf.as_pdf if isinstance(one.paper, Paper) else pdf.as_pdf_page
        made[f"PDF/{readable_name(one.name)}.pdf"] = in_pdf(one.paper)
    return made


def whole_of(pack: Pack, template: bytes | None = None) -> dict[str, bytes]:
    """The whole zip: the report (also the short copy for delegates), slides, workbook, then the documents around the meeting; names as people read them."""
    short = f"{pack.title}, bản gửi đại biểu"
    made = {
        f"{pack.title}.docx": file_of(pack, REPORT, template),
        f"{pack.title}.pdf": file_of(pack, REPORT_PDF),
        f"{short}.docx": file_of(pack, REPORT, template, is_short=True),
        f"{short}.pdf": file_of(pack, REPORT_PDF, is_short=True),
        "Trình chiếu.pptx": file_of(pack, "trinh-chieu.pptx"),
        "Phụ lục số liệu.xlsx": file_of(pack, "phu-luc.xlsx"),
    }
    papers = {f"Văn bản/{name}": content for name, content in papers_of(pack, template).items()}
    return made | papers


def write_files(
    pack: Pack, folder: Path, template: bytes | None = None, *, is_short: bool = False
) -> list[Path]:
    """Every file of the pack and all in one zip, written into a folder that is made if it is not there; their paths."""
    files = files_of(pack, template, is_short=is_short)
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name(pack.year, pack.seal.fingerprint, WHOLE, pack.meeting)
    made = {**files, name: file_of(pack, WHOLE, template)}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]
