"""What another system asks for: a table and its parameters, checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from starlette.requests import Request

from dashboard.exports.open_data.resource import STRING, Resource
from dashboard.exports.open_data.resources import BY_NAME
from dashboard.wording import open_data_words as words

ROOT = "/api/v1"
MOVEMENT = "movement"
"""The parameter that names the movement; without it the first one is meant."""
DESCRIPTION, PICTURE = f"{ROOT}/openapi.json", f"{ROOT}/picture.svg"
FORMATS = ("json", "csv")
BOUNDS = {
    "year": (1990, 2100),
    "edition": (1, 10**9),
    "limit": (1, 10_000),
    "offset": (0, 10**9),
}
"""Parameter → the whole numbers that it may be."""
USUAL_LIMIT = 1_000
FILTERS = (
    "unit_code",
    "block",
    "kind",
    "measure",
    "criterion",
    "indicator",
    "rule",
    "level",
    "status",
)
"""Columns by whose text rows can be chosen, in tables that have them."""


class WrongQuestion(Exception):
    """A question that cannot be answered; the text says why."""

    def __init__(self, said: str, status: int = 400) -> None:
        super().__init__(said)
        self.status = status


class Question(NamedTuple):
    """The parameters of a question; `filters`: column and the text that it must hold."""

    year: int | None
    edition: int | None
    limit: int
    offset: int
    format: str
    filters: tuple[tuple[str, str], ...]

    def kept(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows that hold what was asked for."""
        for name, text in self.filters:
            rows = rows[rows[name].eq(text).fillna(False)]
        return rows


def filters_of(resource: Resource) -> list[str]:
    """The columns of a table by which its rows can be chosen."""
    texts = {one.name for one in resource.fields if one.type == STRING}
    return [one for one in FILTERS if one in texts]


def asked_of(request: Request) -> tuple[Resource, Question]:
    """The table and the question of a request. Errors: `WrongQuestion`."""
    name = request.url.path.rstrip("/").rpartition("/")[2]
    resource = BY_NAME.get(name)
    if resource is None:
        raise WrongQuestion(words.NO_TABLE.format(name=name[:40], names=", ".join(BY_NAME)), 404)
    return resource, question_of(request, [*BOUNDS, "format"], filters_of(resource))


def question_of(request: Request, known: Sequence[str], filters: Sequence[str] = ()) -> Question:
    """The parameters of a request, of which only these are known. Errors: `WrongQuestion`."""
    given, every = request.query_params, [MOVEMENT, *known, *filters]
    for one in given:
        if one not in every:
            said = {"name": one[:40], "names": ", ".join(every)}
            raise WrongQuestion(words.UNKNOWN_PARAMETER.format(**said))
    return Question(
        _whole(given, "year"),
        _whole(given, "edition"),
        _whole(given, "limit") or USUAL_LIMIT,
        _whole(given, "offset") or 0,
        _form(request),
        tuple((one, given[one]) for one in filters if one in given),
    )


def _whole(given: Mapping[str, str], name: str) -> int | None:
    if name not in given:
        return None
    (low, high), value = BOUNDS[name], given[name]
    if value.isascii() and value.isdigit() and len(value) < 12 and low <= int(value) <= high:
        return int(value)
    wanted = words.A_NUMBER.format(low=low, high=high)
    raise WrongQuestion(words.WRONG_VALUE.format(name=name, value=value[:40], wanted=wanted))


def _form(request: Request) -> str:
    """JSON, unless CSV is asked for by the parameter or, without one, by the header."""
    given = request.query_params.get("format")
    if given is None:
        return "csv" if request.headers.get("accept", "").startswith("text/csv") else "json"
    if given not in FORMATS:
        wanted = words.ONE_OF.format(names=", ".join(FORMATS))
        raise WrongQuestion(
            words.WRONG_VALUE.format(name="format", value=given[:40], wanted=wanted)
        )
    return given
