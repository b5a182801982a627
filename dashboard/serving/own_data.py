"""What the store keeps of the person who is signed in, on a page and as a file of their own."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import pandas as pd
from starlette.responses import Response

from dashboard.serving import own_data_words as words
from dashboard.views import journal as view
from dashboard.views.journal_words import ORIGINS
from dashboard.wording import movement_words, role_words
from dashboard.writing import formats
from data_access.person_data import Held
from data_access.unsent import readable

MOST = 200  # deeds on the page; the file has all


def body(held: Held) -> str:
    """The page's content. In: an account's own (`person_data.of_account`)."""
    facts = "".join(
        f"<dt>{label}</dt><dd>{html.escape(value)}</dd>" for label, value in _facts(held)
    )
    unsent = "".join(f"<li>{html.escape(one)}</li>" for one in _unsent(held))
    typed = f"<h2>{words.UNSENT}</h2><p class='small'>{words.UNSENT_SAID}</p><ul class='deeds' tabindex='0' aria-label='{words.UNSENT}'>{unsent}</ul>"
    rows = view.listed(held.deeds.head(MOST)).itertuples(index=False)
    deeds = "".join(f"<li>{html.escape(_deed(one))}</li>" for one in rows)
    count = formats.count(len(held.deeds))
    lacking = f"<p role='status'>{html.escape(_not_read(held))}</p>" if held.unread else ""
    more = words.FIRST.format(most=MOST) if len(held.deeds) > MOST else ""
    return (
        f"<h1>{words.TITLE}</h1><p>{words.SAID}</p>{lacking}<dl>{facts}</dl>{typed if unsent else ''}<h2>{words.DEEDS.format(count=count)}</h2><p class='small'>{words.DEEDS_SAID} {more}</p>"
        f"<ul class='deeds' tabindex='0' aria-label='{words.LIST}'>{deeds}</ul><p><a class='button quiet' href='?tep=json' download>{words.TAKE}</a></p>"
        f"<p class='small'>{words.RIGHTS}</p><p><a href='/tai-khoan'>{words.BACK}</a></p>"
    )


def file(held: Held) -> Response:
    """All of it as one JSON file, in the words of the page, with the moments as ISO 8601."""
    rows = view.listed(held.deeds).to_dict("records")
    told = {
        words.ACCOUNT: dict(_facts(held)),
        words.UNSENT.lower(): _unsent(held),
        **({words.LACKING: _not_read(held)} if held.unread else {}),
        words.JOURNAL: [
            {words.AT: one["at"].isoformat()}
            | {label: _text(one[name]) for name, label in words.COLUMNS.items()}
            for one in rows
        ],
    }
    content = json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")
    name = quote(words.FILE)
    return Response(
        content,
        media_type="application/json",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Cache-Control": "no-store",
        },
    )


def _facts(held: Held) -> list[tuple[str, str]]:
    one = held.accounts[0]
    last = one["signed_in_at"]
    return [
        (words.LOGIN, one["name"]),
        (words.PERSON, one["person"]),
        (words.ROLES, role_words.roles(one["roles"].split(","))),
        (words.UNIT, one["unit"] or words.NONE),
        (words.EMAIL, one["email"] or words.NONE),
        (words.MADE, formats.date(one["made_at"])),
        (words.LAST, formats.date(last) if last else words.NEVER),
        (words.SECRET, words.HASHED),
        (words.KEYS, "; ".join(_key(one) for one in held.keys) or words.NONE),
        (words.SESSIONS, "; ".join(_session(one) for one in held.sessions) or words.NONE),
    ]


def _not_read(held: Held) -> str:
    """What is kept in a movement whose store cannot be opened is not told, and that is said; '' where all are."""
    names = formats.listed([f"“{one.name}”" for one in held.unread])
    return movement_words.UNREAD.format(names=names) if names else ""


def _session(one: Mapping[str, Any]) -> str:
    since = view.local_moment(pd.Timestamp(one["at"], tz="UTC"))
    return words.SESSION.format(since=since, place=ORIGINS.get(one["origin"], one["origin"]))


def _key(one: Mapping[str, Any]) -> str:
    return words.KEY.format(label=one["label"], until=formats.date(one["expires"]))


def _unsent(held: Held) -> list[str]:
    """What is typed and not sent, a line a form, in the person's own words."""
    return [
        words.TYPED.format(
            at=view.local_moment(pd.Timestamp(one["at"], tz="UTC")),
            text=" · ".join(readable(one["fields"])),
        )
        for one in held.unsent
    ]


def _deed(one: object) -> str:
    what, more = _text(one.what), one.more
    said = ": ".join(part for part in (one.deed, what) if part)
    return f"{one.moment} · {said}{f' ({more})' if more else ''} · {one.place}"


def _text(value: object) -> str:
    return "" if formats.is_missing(value) else str(value)
