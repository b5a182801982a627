"""The interface for other systems: published figures, read-only, as JSON or CSV, in pages, under the rights of the account that asks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import pandas as pd
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.access.edition import Edition, editions_of, in_words
from dashboard.access.visible import Sight, sight_of
from dashboard.exports.open_data.data_package import csv_of
from dashboard.exports.open_data.picture import picture
from dashboard.exports.open_data.resource import Resource
from dashboard.exports.open_data.resources import BY_NAME
from dashboard.meeting import open_figures
from dashboard.serving import open_description
from dashboard.serving.asked_movement import Asked
from dashboard.serving.asked_movement import told as of_movement
from dashboard.serving.kept_figures import Key, read_of, rows_of
from dashboard.serving.open_question import (
    DESCRIPTION,
    MOVEMENT,
    PICTURE,
    ROOT,
    Question,
    WrongQuestion,
    asked_of,
    question_of,
)
from dashboard.wording import open_data_words as words
from dashboard.wording.movement_words import FIRST
from dashboard.writing.nouns import worded

HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie, Accept"}


def is_asked(path: str) -> bool:
    """Whether a request is one of another system."""
    return path == ROOT or path.startswith(f"{ROOT}/")


def refused(status: int, said: str) -> Response:
    """A plain no."""
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse({"detail": said}, status, {**HEADERS, **more})


def answer(request: Request, asked: Asked) -> Response:
    """The rows asked for, the index, or the description; what is wrong with the question, as a sentence. Reads the store: not on the server's loop."""
    if request.method not in ("GET", "HEAD"):
        return refused(405, words.READ_ONLY)
    store = asked.store
    if request.url.path == DESCRIPTION:
        return JSONResponse(open_description.document())
    editions, told = (
        editions_of(store.seals(), store.entered("published_years")),
        store.newest("publications"),
    )
    sight = sight_of(asked.person, editions, told)
    try:
        if request.url.path.rstrip("/") == ROOT:
            return _index(asked, editions, sight)
        if request.url.path == PICTURE:
            return _picture(request, asked, editions, sight, told)
        resource, question = asked_of(request)
        own = open_figures.edition_asked(editions, sight, question.year, question.edition)
        key = Key(store, asked.named, own, sight, told)
        made = partial(_table, resource, question, key)
        return _marked(request, _mark(key, resource.name, question), made)
    except WrongQuestion as error:
        return refused(error.status, str(error))
    except open_figures.NoEditionError as error:
        return refused(404, str(error))


def _index(asked: Asked, editions: list[Edition], sight: Sight) -> Response:
    own = [
        one for one in editions if one.published_on and (sight.all or one.number in sight.editions)
    ]
    told = {
        "about": words.ABOUT,
        **of_movement(asked.named),
        "movements": [of_movement(one) for one in asked.known],
        "description": DESCRIPTION,
        "tables": {
            one.name: {"title": one.title, "path": f"{ROOT}/{one.name}"}
            for one in worded(BY_NAME).values()
        },
        "editions": [_told(one) for one in own],
    }
    return JSONResponse(told, headers=HEADERS)


def _told(own: Edition) -> dict[str, object]:
    published_on = own.published_on.isoformat() if own.published_on else None
    return {
        "edition": own.number,
        "year": own.year,
        "state": own.state,
        "published_on": published_on,
        "illustrative": own.illustrative,
        "said": in_words(own),
    }


def _marked(request: Request, mark: str, made: Callable[[], Response]) -> Response:
    """An answer with its ETag; no more than that where the asker has it already."""
    known = mark in request.headers.get("if-none-match", "")
    answered = Response(status_code=304) if known else made()
    answered.headers.update({**HEADERS, "ETag": mark})
    return answered


def _table(resource: Resource, question: Question, key: Key) -> Response:
    rows = question.kept(rows_of(key, resource.name))
    page = rows.iloc[question.offset : question.offset + question.limit]
    following = _following(resource, question, key, len(rows))
    headers = {"X-Total-Count": str(len(rows)), "X-Movement": key.movement[0]}
    if following:
        headers["Link"] = f'<{following}>; rel="next"'
    if question.format == "csv":
        return Response(csv_of(page), media_type="text/csv; charset=utf-8", headers=headers)
    told = {
        **of_movement(key.movement),
        **_told(key.own),
        "total": len(rows),
        "next": following,
        "rows": _records(page),
    }
    text = json.dumps(told, ensure_ascii=False, allow_nan=False)
    return Response(text, media_type="application/json", headers=headers)


def _records(rows: pd.DataFrame) -> list[dict]:
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


def _picture(
    request: Request, asked: Asked, editions: list[Edition], sight: Sight, told: int
) -> Response:
    """How many units reach the milestone; who sees one unit alone has nothing to count."""
    question = question_of(request, ("year", "edition"))
    own = open_figures.edition_asked(editions, sight, question.year, question.edition)
    key = Key(asked.store, asked.named, own, sight, told)
    if sight.unit is not None:
        raise WrongQuestion(words.NO_PICTURE, 404)
    return _marked(request, _mark(key, PICTURE, question), partial(_drawn, key))


def _drawn(key: Key) -> Response:
    return Response(picture(read_of(key)), media_type="image/svg+xml")


def _mark(key: Key, name: str, question: Question) -> str:
    """An ETag: equal for equal bytes, another for another edition, sight, step of publishing or question."""
    state = (*key[1:], name, question)
    return f'"{hashlib.sha256(repr(state).encode()).hexdigest()[:32]}"'


def _following(resource: Resource, question: Question, key: Key, total: int) -> str | None:
    """The way to the next page, of the same movement and edition whatever is published meanwhile; None on the last one."""
    offset = question.offset + question.limit
    if offset >= total:
        return None
    said = {
        **({} if key.movement[0] == FIRST else {MOVEMENT: key.movement[0]}),
        "edition": key.own.number,
        "limit": question.limit,
        "offset": offset,
        "format": question.format,
    }
    return f"{ROOT}/{resource.name}?{urlencode({**dict(question.filters), **said})}"
