"""What the meeting itself needs: invitation, programme, what is read aloud, conclusions, the letter to the units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.exports.dossier import dossier_words as words
from dashboard.exports.dossier.dossier_case import Case
from dashboard.exports.dossier.draft_papers import Draft, draft
from dashboard.exports.paper.contents import Annex, Block, Heading, Item, Sheet, Text, WrittenTable
from dashboard.exports.paper.written_tables import UPRIGHT, written_table
from dashboard.exports.report import report_words
from dashboard.exports.report.aloud import RATE, minutes_of, spoken, syllables
from dashboard.exports.report.chapters.causes import units_behind
from dashboard.exports.report.chapters.tasks import assigned, task_points
from dashboard.exports.report.chapters.work import missing_names
from dashboard.views import summary
from dashboard.writing import formats
from dashboard.writing.by_ear import by_ear
from dashboard.writing.columns import Column
from dashboard.writing.table_model import table_of_rows


def invitation(case: Case) -> Iterator[Draft]:
    """Giấy mời: the guest, hour and place are dots."""
    issued = case.owner("GM")
    blocks = [Text(case.fill(one, body=issued.office.body)) for one in words.INVITATION_TEXTS]
    yield draft(case, "invitation", issued, words.INVITATION, words.INVITATION_ABOUT, blocks)


def programme(case: Case) -> Iterator[Draft]:
    """Chương trình: the order of the meeting with minutes; those of the speeches are counted."""
    spoken = {"opening": minutes_of(opening_texts(case)), "summary": minutes_of(short_texts(case))}
    rows = [
        (words.DOTS, what, who, spoken[took] if isinstance(took, str) else took)
        for what, who, took in words.PROGRAMME_ITEMS
    ]
    when, what, who, took = words.PROGRAMME_COLUMNS
    columns = (
        Column(when, width=3),
        Column(what, width=8),
        Column(who, width=4),
        Column(took, "count", width=2),
    )
    total = formats.count(sum(row[3] for row in rows))
    source = words.PROGRAMME_SOURCE.format(rate=RATE, total=total)
    table = written_table(table_of_rows("", columns, rows, source=source), "", UPRIGHT)
    issued = case.owner("CTr")
    yield draft(case, "programme", issued, words.PROGRAMME, words.PROGRAMME_ABOUT, (table,))


def opening(case: Case) -> Iterator[Draft]:
    """Diễn văn khai mạc, to be read aloud."""
    yield _speech(case, "opening", words.OPENING, [Text(one) for one in opening_texts(case)])


def opening_texts(case: Case) -> list[str]:
    """The opening speech, paragraph by paragraph: figures as an ear keeps them."""
    standing, assessed = case.material.standing, case.material.assessed
    behind = len(units_behind(case.material))
    aim = summary.aim_of_total(standing)
    told = ""
    if aim and summary.has_target(assessed):
        done = int(assessed["status"].isin(summary.DONE).sum())
        told = words.OPENING_EAR.format(ear=by_ear(done, len(assessed)), aim=aim.name)
    texts = [one for one in words.OPENING_TEXTS if behind or "{behind}" not in one]
    said = {"ear": told, "behind": formats.count(behind, "đơn vị")}
    return [case.fill(one, **said).strip() for one in texts]


def short_report(case: Case) -> Iterator[Draft]:
    """Báo cáo tóm tắt, to be read aloud: the report's own sentences on results, what falls short and why, what is to be done."""
    blocks: list[Block] = [Text(case.fill(one)) for one in words.SHORT_TEXTS]
    for title, told in zip(words.SHORT_PARTS, _parts(case), strict=True):
        blocks += [Heading(title, 2), *map(Text, told)]
    yield _speech(case, "short", words.SHORT_REPORT, [*blocks, Text(words.SHORT_END)])


def short_texts(case: Case) -> list[str]:
    """Everything that is read aloud of the short report."""
    parts = [text for told in _parts(case) for text in told]
    return [*(case.fill(one) for one in words.SHORT_TEXTS), *parts, words.SHORT_END]


def _parts(case: Case) -> tuple[list[str], list[str], list[str]]:
    chapters = [
        case.chapter(title)
        for title in (report_words.ACHIEVED, report_words.CAUSES, report_words.TASKS)
    ]
    done, why, tasks = ([spoken(one.text) for one in part.said] for part in chapters)
    return [spoken(case.material.first_sentence), *done], why, tasks


def _speech(case: Case, code: str, title: str, blocks: Sequence[Block]) -> Draft:
    texts = [one.text for one in blocks if isinstance(one, (Text, Item, Heading))]
    count = syllables(texts)
    about = words.READ_ALOUD.format(
        minutes=formats.count(minutes_of(texts)), words=formats.count(count), rate=RATE
    )
    pack = case.pack
    sheet = Sheet(title, tuple(blocks), about, pack.mark, pack.seal_line, as_of=pack.as_of)
    return Draft(words.NAMES[code], sheet)


def conclusion(case: Case) -> Iterator[Draft]:
    """Thông báo kết luận: the judgement in one sentence, tasks of the report, who does what by when."""
    issued = case.owner("TB")
    tasks = task_points(case.material)
    blocks: list[Block] = [
        *(Text(case.fill(one)) for one in words.CONCLUSION_TEXTS),
        Heading(words.CONCLUSION_PARTS[0]),
        Text(case.material.first_sentence),
        Heading(words.CONCLUSION_PARTS[1]),
        *(Item(one.text) for one in tasks),
        Heading(words.CONCLUSION_PARTS[2]),
        _assigned(case),
        Text(words.CONCLUSION_END),
    ]
    yield draft(case, "conclusion", issued, words.CONCLUSION, words.CONCLUSION_ABOUT, blocks)


def _assigned(case: Case) -> WrittenTable:
    """Conclusions that are open, the tasks of the report, then empty rows."""
    columns = (Column(words.WHAT, width=8), Column(words.WHO, width=4), Column(words.WHEN, width=3))
    rows = [tuple(row) for row in assigned(case.material).itertuples(index=False)]
    rows += [(words.DOTS, words.DOTS, words.DOTS)] * words.BLANK_ROWS
    table = table_of_rows(words.CONCLUSION_TABLE, columns, rows, source="")
    return written_table(table, words.CONCLUSION_TABLE, UPRIGHT)


def letter(case: Case) -> Iterator[Draft]:
    """Công văn gửi các đơn vị: what is asked of all, with the list of those whose report or figures are lacking."""
    issued = case.secretariat("")
    body, lacking = issued.office.body, _lacking(case)
    asked = [
        one
        for place, one in enumerate(words.LETTER_ITEMS)
        if lacking or place != words.LETTER_ITEM_PLAIN
    ]
    blocks = [
        *(Text(case.fill(one, body=body)) for one in words.LETTER_TEXTS),
        *(Item(case.fill(one, body=body)) for one in asked),
        Text(case.fill(words.LETTER_END, body=body)),
    ]
    annexes = (Annex(words.LETTER_LIST, (_lacking_table(case, lacking),)),) if lacking else ()
    yield draft(
        case,
        "letter",
        issued,
        "",
        words.LETTER_ABOUT,
        blocks,
        addressees=(words.LETTER_TO,),
        annexes=annexes,
    )


def _lacking(case: Case) -> list[tuple[str, str]]:
    """Units whose report of the year is overdue or whose figures are not enough: name, what is lacking; in protocol order."""
    assessed, year = case.material.assessed, case.said["year"]
    late = set(missing_names(case.material))
    unknown = set(assessed.loc[assessed["status"].isin(summary.UNKNOWN), "name"])
    found = []
    for name in assessed["name"]:
        parts = [words.NO_REPORT.format(year=year)] if name in late else []
        parts += [words.NO_DATA] if name in unknown else []
        if parts:
            found.append((name, formats.listed(parts)))
    return found


def _lacking_table(case: Case, rows: Sequence[tuple[str, str]]) -> WrittenTable:
    columns = (
        Column(words.PLACE, width=1),
        Column(report_words.UNIT_NAME, width=8),
        Column(words.LACKING, width=6),
    )
    cells = [(str(place), *row) for place, row in enumerate(rows, start=1)]
    return written_table(
        table_of_rows("", columns, cells, source=case.material.source), "", UPRIGHT
    )
