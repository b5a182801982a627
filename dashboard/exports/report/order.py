"""What a meeting pack says, from a standing: the one place that orders the report, its annexes and the slides.

Change the order of the report here; the sentences are in `wording/pack.py`, the look in word, slides, workbook and pdf.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.exports.report import report_words as words
from dashboard.exports.report.chapters.annexes import annexes
from dashboard.exports.report.chapters.causes import causes
from dashboard.exports.report.chapters.deeds import deeds
from dashboard.exports.report.chapters.figures_chapter import results
from dashboard.exports.report.chapters.judgement import judgement
from dashboard.exports.report.chapters.keyed import grounds
from dashboard.exports.report.chapters.lessons import lessons
from dashboard.exports.report.chapters.proposed import proposed
from dashboard.exports.report.chapters.sealed_state import sealed_state
from dashboard.exports.report.chapters.setting import setting
from dashboard.exports.report.chapters.talk import talk
from dashboard.exports.report.chapters.tasks import tasks
from dashboard.exports.report.chapters.terms_used import terms_used
from dashboard.exports.report.chapters.work import work
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Annex, Chapter, Pack, SealMark
from dashboard.wording import edition_words
from dashboard.wording.edition_words import state_of
from dashboard.writing import first_letter, formats
from dashboard.writing.quotation import inner_quotes


def _chapters(material: Material) -> tuple[Chapter, ...]:
    """The chapters of the report, in their order."""
    return (
        *setting(material),
        *work(material),
        *results(material),
        *deeds(material),
        *judgement(material),
        causes(material),
        lessons(material),
        tasks(material),
    )


def _annexes(material: Material, chapters: tuple[Chapter, ...]) -> tuple[Annex, ...]:
    """The annexes, in their order: proposals behind the first three, what the chapters rest on at the end."""
    every = annexes(material)
    return (
        *every[:3],
        *proposed(material),
        *every[3:],
        *sealed_state(material),
        *terms_used(chapters, every),
        *grounds(chapters, every, material.source),
    )


def pack_content(material: Material, seal: SealMark, *, illustrative: bool) -> Pack:
    """The pack of a milestone from its material; nothing is worked out anew, so a pack of the same seal says the same."""
    standing, milestone = material.standing, material.milestone
    plan = standing.plan
    subject = words.SUBJECT.format(
        kind=words.KINDS[milestone.kind].format(year=standing.year),
        movement=first_letter.small(plan.name),
    )
    opening = words.OPENING.format(
        documents="; ".join(plan.documents),
        as_of=formats.official_date(standing.as_of).removeprefix("ngày "),
        owner=plan.owner,
        subject=first_letter.small(subject),
    )
    title = words.TITLES[milestone.kind]
    chapters = _chapters(material)
    return Pack(
        title=title,
        subject=subject,
        milestone=milestone.name,
        year=standing.year,
        as_of=standing.as_of,
        seal=seal,
        province=plan.province,
        owner=plan.owner,
        illustrative=illustrative,
        opening=opening,
        chapters=chapters,
        closing=words.CLOSING.format(
            kind=title, movement=first_letter.small(plan.name), owner=plan.owner
        ),
        annexes=_annexes(material, chapters),
        slides=tuple(talk(material)),
        seal_line=seal_line(seal, standing.as_of),
        mark=words.SAMPLE if illustrative else "",
        documents=plan.documents,
        issuer=plan.issuer,
        meeting=milestone.label,
        attested=words.ATTESTED.format(link=seal.link) if seal.link else "",
    )


LEVELS = ("Tỉnh ", "Thành phố ")
NO_PLACES = ("Cả ", "Toàn ")


def place_name(province: str) -> str:
    """The name of a province without its level: where its papers are signed; '' of a whole that is no place.

    >>> place_name("Tỉnh Minh Họa"), place_name("Cả nước")
    ('Minh Họa', '')
    """
    if province.startswith(NO_PLACES):
        return ""
    found = (province.removeprefix(level) for level in LEVELS if province.startswith(level))
    return next(found, province)


def seal_line(seal: SealMark, as_of: dt.date) -> str:
    """What stands at the foot of everything made from figures: which edition (number, name, state, day, fingerprint), or that nothing is sealed."""
    if seal.fingerprint is None:
        return words.NOT_SEALED.format(as_of=formats.date(as_of))
    return words.SEALED.format(
        number=f" số {seal.number}" if seal.number else "",
        name=inner_quotes(seal.name),
        state=state_of(seal.published_on),
        at=f"{seal.at:%H:%M} ngày {formats.date(seal.at)}",
        as_of=formats.date(as_of),
        fingerprint=seal.fingerprint[:12],
    )


def edition_short(seal: SealMark) -> str:
    """The edition in a few words, for a slide: “ấn bản số 3, đã chốt”."""
    if seal.fingerprint is None:
        return edition_words.NOT_SEALED_SHORT
    number = f" số {seal.number}" if seal.number else ""
    return edition_words.SHORT.format(number=number, state=state_of(seal.published_on))


def outline(pack: Pack) -> pd.DataFrame:
    """What a pack holds: part, content."""
    chapters = [("Báo cáo", chapter.title) for chapter in pack.chapters if chapter.level == 1]
    return pd.DataFrame(
        [
            *chapters,
            *(("Phụ lục", annex.title) for annex in pack.annexes),
            *(("Trình chiếu", slide.title) for slide in pack.slides),
            *(("Văn bản", one.name.rpartition("/")[2]) for one in pack.dossier),
        ],
        columns=["part", "content"],
    )
