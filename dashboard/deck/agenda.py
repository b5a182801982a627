"""The agenda of a deck, as people compose it: which figures, which slides in which order, what is hidden, own words. Kept as JSON."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dashboard.deck import deck_words as words
from dashboard.plan import Plan

Kind = Literal[
    "opening",
    "status",
    "trend",
    "blocks",
    "satisfaction",
    "groups",
    "reports",
    "leaders",
    "units",
    "examples",
    "named",
    "awards",
    "commended",
    "next",
    "open",
    "tasks",
    "text",
    "picture",
]
MOST_WORDS, MOST_LINK = 20, 300
LINK = r"^(https?://\S+)?$"
OWN = ("text", "picture")
"""Kinds that people make themselves: no figure is in them."""
WITH_BLOCK = ("status", "leaders")
"""Kinds that can be of one block."""
FIRST_HIDDEN = ("named",)
"""Kinds that a new agenda hides: the host decides whether units are named in the hall."""
FIRST_ORDER: tuple[Kind, ...] = (
    "opening",
    "status",
    "trend",
    "blocks",
    "satisfaction",
    "groups",
    "leaders",
    "examples",
    "named",
    "awards",
    "commended",
    "next",
    "tasks",
)


class AgendaError(Exception):
    """An agenda that cannot be used; the text says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(_Part):
    """One entry of an agenda. `block`, `units`, `title` and `text` (one point a line) mean something to some kinds only; `qr` asks for the code that leads phones to the same chart,
    `link` is an own address for such a code; `picture` is a JPEG file in base64, `alt` what it shows in words."""

    kind: Kind
    hidden: bool = False
    block: str | None = None
    units: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    qr: bool = False
    link: Annotated[str, Field(max_length=MOST_LINK, pattern=LINK)] = ""
    picture: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]*=*$")] = ""
    alt: str = ""

    @property
    def points(self) -> tuple[str, ...]:
        """The own words, a point a line."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


class Agenda(_Part):
    """A deck to be made. `seal` is the edition, None the newest sealed of the milestone, `edition.AS_THEY_ARE` the figures as they are; `seconds` is the pace of showing by itself; `address` is where phones reach the program."""

    milestone: str
    seal: int | None = None
    theme: Literal["light", "dark"] = "light"
    seconds: Annotated[int, Field(ge=3, le=600)] = 20
    address: str = ""
    items: tuple[Item, ...]

    @property
    def shown(self) -> tuple[Item, ...]:
        """The entries that are not hidden."""
        return tuple(one for one in self.items if not one.hidden)


def kinds_of(plan: Plan) -> tuple[Kind, ...]:
    """The kinds of slides that a plan has anything to show for."""
    lacking = {
        "satisfaction": plan.survey is None,
        "commended": plan.rewards is None,
        "groups": len(plan.groups) < 2,
    }
    return tuple(one for one in get_args(Kind) if not lacking.get(one))


def first_agenda(plan: Plan, milestone: str, **about: object) -> Agenda:
    """The agenda that one begins with."""
    order = [one for one in FIRST_ORDER if one in kinds_of(plan)]
    return Agenda(
        milestone=milestone,
        items=tuple(Item(kind=kind, hidden=kind in FIRST_HIDDEN) for kind in order),
        **about,
    )


def written(agenda: Agenda) -> str:
    """The agenda as it is kept."""
    return agenda.model_dump_json(exclude_defaults=True)


def read(text: str) -> Agenda:
    """A kept agenda. Raises `AgendaError` for a text that is none."""
    try:
        return Agenda.model_validate_json(text)
    except ValidationError as error:
        raise AgendaError(words.NOT_AN_AGENDA) from error


def word_count(text: str) -> int:
    """How many words a message has; signs alone are none.

    >>> word_count("Hơn ba phần tư số đơn vị – đạt mốc")
    9
    """
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def problems(agenda: Agenda) -> list[str]:
    """What a person must mend before the agenda is kept or shown. A slide that is not finished stops nothing: it is left out and told (`is_empty`)."""
    found = [] if agenda.shown else [words.NOTHING_SHOWN]
    for place, one in enumerate(agenda.items, start=1):
        if word_count(one.title) > MOST_WORDS:
            found.append(
                words.TITLE_LONG.format(place=place, words=word_count(one.title), most=MOST_WORDS)
            )
    return found


def is_empty(item: Item) -> bool:
    """Whether an entry has nothing to say yet: own words without their sentence, chosen units without one, a picture without itself or without what it shows in words."""
    lacking = {
        "text": not item.title.strip(),
        "units": not item.units,
        "picture": not (item.picture and item.alt.strip()),
    }
    return lacking.get(item.kind, False)
