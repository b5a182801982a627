"""Sealing the figures of a meeting: everything that entered and what came out, in bytes that never change, and back to the last figure."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd
import tomli_w

from dashboard.assessment.as_tables import flag_rows, standing_rows
from dashboard.assessment.standing import Records, Standing, assess
from dashboard.meeting import frozen
from dashboard.meeting.compared import compared
from dashboard.plan import Plan, load_plan

FORM = 2


class Sealed(NamedTuple):
    """What a seal holds: the plan, which milestone and year, the day, what entered (records, and lists that no score depends on), what came out.

    `answers` are the tables that people compare, `frames` the whole standing as plain data (`frozen.parts_of`); a seal of form 1 has none.
    """

    plan: Plan
    milestone: str
    year: int
    as_of: dt.date
    records: Records
    lists: dict[str, pd.DataFrame]
    answers: dict[str, pd.DataFrame]
    frames: dict[str, Any] | None = None


def sealed_of(
    standing: Standing, milestone: str, records: Records, lists: Mapping[str, pd.DataFrame]
) -> Sealed:
    """What is to be sealed of a standing and of what it was worked out from."""
    return Sealed(
        standing.plan,
        milestone,
        standing.year,
        standing.as_of,
        records,
        dict(lists),
        {"standing": standing_rows(standing), "flags": flag_rows(standing)},
        frozen.parts_of(standing),
    )


def packed(sealed: Sealed) -> tuple[bytes, str]:
    """The bytes to keep, and their fingerprint: SHA-256 of the text before it is compressed.

    The same figures give the same fingerprint, in whatever year and by whatever version of the compression. The plan is written with
    all its values, also those left at their default, so that a later default cannot change it.
    """
    content = {
        "form": FORM,
        "plan": tomli_w.dumps(sealed.plan.model_dump(exclude_none=True)),
        "milestone": sealed.milestone,
        "year": sealed.year,
        "as_of": sealed.as_of.isoformat(),
        "records": {name: frozen.written(rows) for name, rows in sealed.records._asdict().items()},
        "lists": {name: frozen.written(rows) for name, rows in sealed.lists.items()},
        "answers": {name: frozen.written(rows) for name, rows in sealed.answers.items()},
        "frames": sealed.frames,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    return gzip.compress(text, mtime=0), hashlib.sha256(text).hexdigest()


def unpacked(content: bytes, fingerprint: str) -> Sealed:
    """What was sealed. Raises ValueError if the bytes are not those of the fingerprint."""
    text = gzip.decompress(content)
    if hashlib.sha256(text).hexdigest() != fingerprint:
        raise ValueError("the sealed figures do not match their fingerprint")
    found = json.loads(text)
    records, lists, answers = (
        {name: frozen.read(rows) for name, rows in found[part].items()}
        for part in ("records", "lists", "answers")
    )
    return Sealed(
        load_plan(found["plan"]),
        found["milestone"],
        found["year"],
        dt.date.fromisoformat(found["as_of"]),
        Records(**records),
        lists,
        answers,
        found.get("frames"),
    )


def standing_of(sealed: Sealed) -> Standing:
    """The standing as it was sealed: read, not worked out. One of form 1, or one that lacks what the program reads today, is worked out again; then `drifted` says where it differs."""
    own = sealed.plan, sealed.records, sealed.year, sealed.as_of
    return (frozen.as_kept(*own, sealed.frames) if sealed.frames else None) or assess(*own)


def as_edition(sealed: Sealed, number: int) -> Standing:
    """The standing as it was sealed, bearing the number of its edition."""
    return replace(standing_of(sealed), edition=number)


def edition_kept(content: bytes, fingerprint: str, number: int) -> Standing:
    """The standing of an edition as it is kept. Raises ValueError if the bytes are not those of the fingerprint."""
    return as_edition(unpacked(content, fingerprint), number)


def drifted(sealed: Sealed, standing: Standing) -> pd.DataFrame:
    """Where a standing worked out again differs from what was sealed (as `compared`): empty unless the program's arithmetic has changed since."""
    return compared(
        sealed.answers, {"standing": standing_rows(standing), "flags": flag_rows(standing)}
    )


def changed_since(sealed: Sealed, live: Standing) -> pd.DataFrame:
    """What has changed since the sealing, unit by unit (as `compared`): sealed figures before, live ones after."""
    return compared(sealed.answers, {"standing": standing_rows(live), "flags": flag_rows(live)})
