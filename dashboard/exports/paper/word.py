"""The meeting's report and single pages as Word documents."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.exports.paper.contents import Issuer
from dashboard.exports.paper.meeting_report import report_paper, sheet
from dashboard.exports.paper.official import as_word, as_word_page
from dashboard.exports.report.pack import Chart, Pack
from dashboard.writing.table_model import Table


def report(
    pack: Pack,
    template: bytes | None = None,
    issuer: Issuer | None = None,
    *,
    is_short: bool = False,
) -> bytes:
    """The report of a pack as a .docx with native charts. `template` is an office's own document whose styles win (docs/word-template.md); `is_short` as in `report_paper`.

    Raises `WordTemplateError` where the template is no Word document.
    """
    return as_word(report_paper(pack, issuer, is_short=is_short), template)


def one_page(
    title: str,
    sentences: Iterable[str],
    tables: Iterable[Table] = (),
    charts: Iterable[Chart] = (),
    about: str = "",
    *,
    mark: str = "",
    foot: str = "",
    template: bytes | None = None,
) -> bytes:
    """Sentences, charts and tables as an A4 page of Word: a unit's profile, a list, any table. `template` as in `report`."""
    return as_word_page(
        sheet(
            title, tuple(sentences), tuple(tables), tuple(charts), about=about, mark=mark, foot=foot
        ),
        template,
    )
