"""From files to the store: read together, then compared or saved one after another, all or nothing per file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from data_access import lives_check
from data_access.intake.reading_result import Reading
from data_access.intake.shapes import Shape, shape_from
from data_access.intake.sheet_reading import readings_of
from data_access.intake.unit_facts import Facts
from data_access.reading_ahead import read_ahead
from data_access.store import Import, Store, StoreError
from data_access.store.saving import VIETNAM

Progress = Callable[[int, int, str], None]
_STEPS = 3  # a file is opened, read, and compared or saved


class Given(NamedTuple):
    """A file as it came."""

    name: str
    content: bytes
    illustrative: bool = False


def on_disk(files: Iterable[tuple[Path, bool]]) -> list[Given]:
    """Files (path, illustrative) with what they hold."""
    return [Given(path.name, path.read_bytes(), illustrative) for path, illustrative in files]


@dataclass(frozen=True)
class Loaded:
    """What became of one file: its problems, what was recognised; when only checked what would change and the rows read, else the import or the error of the store.
    `reading`: all that was understood of the file, refused or not."""

    name: str
    problems: pd.DataFrame
    notes: pd.DataFrame
    changes: pd.DataFrame | None = None
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    saved: Import | None = None
    error: StoreError | None = None
    reading: Reading | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing of the file can be, or was, stored."""
        return self.error is not None or bool((self.problems["severity"] != "warning").any())


def facts_of(store: Store, plan: dict, tried: Sequence[Shape] = ()) -> Facts:
    """What the intake must know, from the store as it is now; `tried`: ways of reading that are pointed out and not remembered yet."""
    return Facts(
        plan=plan,
        units=store.load("units"),
        aliases=store.load("aliases"),
        unit_years=store.load("unit_years"),
        shapes=(*tried, *remembered_shapes(store.entered("shapes"))),
    )


def remembered_shapes(entered: pd.DataFrame) -> list[Shape]:
    """The heads that a person has explained and that are remembered. In: the rows of the table `shapes`, of which the newest of a signature counts."""
    newest = entered.drop_duplicates("signature", keep="last")
    return [
        shape_from(one["signature"], one["body"], f"{_day(one['at'])} ({one['who']})")
        for one in newest[newest["state"] == "remembered"].to_dict("records")
    ]


def _day(at: pd.Timestamp) -> str:
    here = at.tz_convert(VIETNAM)
    return f"{here.day}/{here.month}/{here.year}"


def check_files(
    store: Store,
    plan: dict,
    files: Sequence[Given],
    progress: Progress = lambda done, of, name: None,
    confirmed: Collection[tuple[str, str]] = (),
    tried: Sequence[Shape] = (),
) -> list[Loaded]:
    """What the files say and would change, in the order given; units that one brings are known to the others. Nothing is stored.

    A file that is live already changes nothing, whatever came after it. `confirmed`: (file, code) of questions answered with yes. `progress(done, of, name)` is called as the steps go by.
    `tried`: ways of reading that are pointed out, beside those that are remembered.
    """
    step, readings = _read(store, plan, files, progress, confirmed, tried)
    imports = store.imports()
    live = set(imports.loc[~imports["undone"].astype(bool), "sha256"].dropna())
    answers = {}
    for place, reading in readings:
        step(reading.file)
        tables = (
            {}
            if reading.has_errors or hashlib.sha256(files[place].content).hexdigest() in live
            else reading.tables
        )
        answers[place] = Loaded(
            reading.file,
            reading.problems,
            reading.notes,
            None if reading.has_errors else store.compare(tables),
            tables,
            reading=reading,
        )
    return [answers[place] for place in range(len(files))]


def load_files(
    store: Store,
    plan: dict,
    files: Sequence[Given],
    *,
    who: str,
    seen: int | None = None,
    progress: Progress = lambda done, of, name: None,
    confirmed: Collection[tuple[str, str]] = (),
    tried: Sequence[Shape] = (),
) -> list[Loaded]:
    """Store every file without an error, those that bring units first; the answers are in the order given. The same file twice changes nothing.

    `seen`: the number of the last change when a person looked at what the files would do. Once the store refuses, what is left is not tried.
    """
    step, readings = _read(store, plan, files, progress, confirmed, tried)
    answers, refusal = {}, None
    for place, reading in readings:
        step(reading.file)
        saved = None
        if not reading.has_errors and refusal is None:
            given = files[place]
            try:
                saved = store.save(
                    reading.tables,
                    file=given.name,
                    content=given.content,
                    who=who,
                    illustrative=given.illustrative,
                    seen=seen,
                )
                seen = saved.change or seen
            except StoreError as error:
                refusal = error
        answers[place] = Loaded(
            reading.file,
            reading.problems,
            reading.notes,
            saved=saved,
            error=None if saved or reading.has_errors else refusal,
            reading=reading,
        )
    return [answers[place] for place in range(len(files))]


def _read(
    store: Store,
    plan: dict,
    files: Sequence[Given],
    progress: Progress,
    confirmed: Collection[tuple[str, str]],
    tried: Sequence[Shape],
) -> tuple[Callable[[str], None], Iterator[tuple[int, Reading]]]:
    """The steps that are told, and the readings in the order in which they are to be stored, each as soon as it is there."""
    done = iter(range(_STEPS * len(files)))

    def step(name: str) -> None:
        progress(next(done), _STEPS * len(files), name)

    def live() -> dict[str, pd.DataFrame]:
        return {name: store.load(name) for name in lives_check.KNOWN}

    contents = [(one.name, one.content) for one in files]
    facts = facts_of(store, plan, tried)
    readings = read_ahead(readings_of, contents, facts, step, confirmed)
    return step, lives_check.checked(readings, live, confirmed)
