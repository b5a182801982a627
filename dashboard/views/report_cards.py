"""The findings of a report one after the other: what each says, what is asked about it, which one comes next. Frames in, cards and HTML out."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.views import report_question_words as questions
from dashboard.views import reports_words as words
from dashboard.views.report_answers import rivals_of
from dashboard.views.report_figures import level
from dashboard.views.report_statements import cell

Record = dict[str, Any]


class Card(NamedTuple):
    """One finding: `key` (kind and row), `label` as it bears it in the text, what it is (`title`), its figure (`said`), `year`, `quote`, `place`, what is asked, why it cannot be taken as it is (`held`)."""

    key: str
    mark: str
    label: str
    title: str
    said: str
    year: str
    quote: str
    place: str
    question: str
    held: str
    note: str
    accepted: bool

    @property
    def is_open(self) -> bool:
        """Whether a yes is enough to take it and none was given."""
        return not self.accepted and not self.held


def cards(edited: Mapping[str, pd.DataFrame]) -> list[Card]:
    """The findings as the person has them now, kind after kind, in order of the text. In: the forms by kind."""
    return [
        _card(kind, place, row, instead(edited[kind], place) if kind == "indicators" else "")
        for kind in words.KINDS
        for place, row in enumerate(edited[kind].to_dict("records"))
    ]


def instead(figures: pd.DataFrame, place: int) -> str:
    """What a yes to a figure takes back, as a sentence; '' for nothing."""
    rivals = rivals_of(figures, place)
    taken = figures.loc[rivals][figures.loc[rivals, "accepted"]]
    if taken.empty or figures.at[place, "accepted"]:
        return ""
    one = taken.iloc[0]
    return questions.INSTEAD.format(said=level(one), number=cell(one, "number") or words.ADDED)


def _card(kind: str, place: int, row: Record, instead: str) -> Card:
    number = cell(row, "number")
    title, said, year = _told(kind, row)
    question = cell(row, "question")
    note = cell(row, "note") if "note" in row else ""
    held = "" if question or row["sure"] else note or questions.INCOMPLETE
    return Card(
        f"{kind}-{place}",
        f"{kind}-{number}",
        called(kind, number),
        title,
        said,
        year,
        " ".join(cell(row, "quote").split()),
        cell(row, "place"),
        " ".join(filter(None, (question, instead if not held else ""))),
        held,
        note if note != words.CAN_BE_STORED else "",
        bool(row["accepted"]),
    )


def called(kind: str, number: str) -> str:
    """A finding as the text bears it: “◆ Số liệu 5”."""
    sign, word = words.MARKS[kind]
    return f"{sign} {word} {number or words.ADDED}"


def _told(kind: str, row: Record) -> tuple[str, str, str]:
    """What a finding is, its figure, its year."""
    if kind == "indicators":
        title = cell(row, "criterion") or cell(row, "name")
        return title, level(row), cell(row, "year")
    if kind == "limitations":
        return cell(row, "category") or questions.NO_CATEGORY, "", ""
    if kind == "awards":
        counted = [
            f"{cell(row, name)} {noun}"
            for name, noun in questions.AWARDED.items()
            if cell(row, name)
        ]
        return cell(row, "form"), ", ".join(counted), ""
    if kind == "documents":
        dated = cell(row, "dated")
        day = questions.DATED.format(date=dated) if dated else ""
        return f"{cell(row, 'document')}{day}", "", cell(row, "year")
    return cell(row, "model"), "", ""


def to_answer(known: Sequence[Card], refused: Collection[str]) -> list[str]:
    """The findings that wait for a yes or a no, in order; what cannot be taken as it is waits for none."""
    return [one.key for one in known if one.is_open and one.key not in refused]


def in_hand(known: Sequence[Card], refused: Collection[str], current: str | None) -> Card | None:
    """The finding that is looked at: the one asked for, else the first that waits, else the first."""
    by_key = {one.key: one for one in known}
    waiting = to_answer(known, refused)
    return (
        by_key.get(current or "")
        or by_key.get(waiting[0] if waiting else "")
        or next(iter(known), None)
    )


def after(known: Sequence[Card], refused: Collection[str], current: str) -> str:
    """The next finding that waits, from the current one on and then from the start; without any the next one of all."""
    keys = [one.key for one in known]
    place = keys.index(current)
    turned = [*keys[place + 1 :], *keys[:place]]
    waiting = set(to_answer(known, refused))
    return next((key for key in turned if key in waiting), (turned or [current])[0])


def asked_html(card: Card, refused: Collection[str]) -> str:
    """The finding in hand: what, how much, of when, word for word, and the question; every text escaped."""
    texts = {name: html.escape(str(value)) for name, value in card._asdict().items()}
    told = [texts["label"], _in_year(card.year), texts["place"], html.escape(state(card, refused))]
    figure = f"<p class='finding-said'>{texts['said']}</p>" if card.said else ""
    return (
        f"<section class='finding' aria-label='{texts['label']}'>"
        f"<p class='finding-label'>{' · '.join(part for part in told if part)}</p>"
        f"<p class='finding-title'>{texts['title']}</p>{figure}"
        f"<blockquote>{texts['quote']}</blockquote>"
        f"<p class='finding-question'>{html.escape(asked(card, refused))}</p></section>"
    )


def _in_year(year: str) -> str:
    return questions.OF_YEAR.format(year=html.escape(year)) if year else ""


def asked(card: Card, refused: Collection[str]) -> str:
    """What is asked of a person about a finding; of one that was answered what was answered."""
    if card.accepted:
        return questions.TAKEN
    if card.held:
        return questions.HELD_BACK.format(why=card.held)
    if card.key in refused:
        return questions.NOT_TAKEN
    return card.question or questions.TAKE_IT


def state(card: Card, refused: Collection[str]) -> str:
    """Sign and word of how far a finding is."""
    if card.accepted:
        return questions.FINDING_STATES["taken"]
    if card.key in refused:
        return questions.FINDING_STATES["refused"]
    if card.held:
        return questions.FINDING_STATES["held"]
    return questions.FINDING_STATES["asked" if card.question else "open"]


def line(card: Card) -> str:
    """What a list says of a finding: “◆ Số liệu 5. Hồ sơ đúng hạn (DH): 99,05% (2.705/2.731), năm 2023”."""
    said = f": {card.said}" if card.said else ""
    year = f", {questions.OF_YEAR.format(year=card.year)}" if card.year else ""
    return f"{card.label}. {card.title}{said}{year}"


def noted(card: Card) -> str:
    """What must be known of how a finding is stored, as a sentence; '' where it is an ordinary one."""
    return questions.NOTE_IS.format(note=card.note) if card.note and not card.held else ""


def left(known: Sequence[Card], refused: Collection[str]) -> str:
    """How many findings wait, as a sentence; '' where none does."""
    waiting = len(to_answer(known, refused))
    return questions.LEFT_TO_ANSWER.format(count=waiting) if waiting else ""
