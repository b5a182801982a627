"""From a standing and what people entered to a pack, and from a pack to its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.exports.paper import pdf, word
from dashboard.exports.paper.contents import Paper
from dashboard.exports.paper.official import as_word, as_word_page
from dashboard.exports.report.pack import Pack
from dashboard.exports.slides import powerpoint
from dashboard.exports.table_workbook import workbook
from dashboard.exports.zips import entry_name, readable_name, zipped

ZIP_NAMES = {"ho-so-hop.zip": "Hồ sơ", "van-ban.zip": "Văn bản"}


REPORT, REPORT_PDF = "bao-cao.docx", "bao-cao.pdf"
SLIDES, ANNEX = "trinh-chieu.pptx", "phu-luc.xlsx"
MAKERS: Mapping[str, Callable[[Pack], bytes]] = {
    REPORT: word.report,
    REPORT_PDF: pdf.report,
    SLIDES: powerpoint.deck,
    ANNEX: workbook,
}
"""How each file of a pack ends, and what makes its bytes."""
WHOLE, PAPERS = "ho-so-hop.zip", "van-ban.zip"
"""Everything in one zip; the documents around the meeting alone."""


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


REPORTS = (REPORT, REPORT_PDF)
IN_WHOLE = (
    *((one, short) for short in (False, True) for one in REPORTS),
    *((SLIDES, False), (ANNEX, False)),
)
"""The files of a pack in the whole zip, in their order: ending, and whether with the annexes that all get."""


def _name_in_whole(pack: Pack, ending: str, is_short: bool) -> str:
    names = {SLIDES: "Trình chiếu.pptx", ANNEX: "Phụ lục số liệu.xlsx"}
    title = f"{pack.title}, bản gửi đại biểu" if is_short else pack.title
    return names.get(ending, f"{title}.{ending.rsplit('.', 1)[1]}")


def whole_of(
    pack: Pack,
    template: bytes | None = None,
    ready: Mapping[str, bytes] | None = None,
    is_short: bool = False,
) -> dict[str, bytes]:
    """The whole zip: the report (also the short copy for delegates), slides, workbook, then the documents around the meeting; names as people read them.

    `ready`: files that are made already, by their ending; their report has the annexes that all get where `is_short`.
    """
    known = {(one, is_short and one in REPORTS): made for one, made in (ready or {}).items()}
    made = {
        _name_in_whole(pack, ending, short): known.get((ending, short))
        or file_of(pack, ending, template, is_short=short)
        for ending, short in IN_WHOLE
    }
    papers = {f"Văn bản/{name}": content for name, content in papers_of(pack, template).items()}
    return made | papers


def write_files(
    pack: Pack, folder: Path, template: bytes | None = None, *, is_short: bool = False
) -> list[Path]:
    """Every file of the pack and all in one zip, each made once, written into a folder that is made if it is not there; their paths."""
    files = files_of(pack, template, is_short=is_short)
    whole = whole_of(pack, template, dict(zip(MAKERS, files.values(), strict=True)), is_short)
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name(pack.year, pack.seal.fingerprint, WHOLE, pack.meeting)
    made = {**files, name: zipped(whole.items())}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]
