"""What the reader makes of texts it never saw: the row of README's table, with every miss, every false find and its cause.

``python -m tests.reports.first_reading FOLDER`` reads each ``<name>.txt`` with the truth beside it (``<name>.toml`` as in ``fresh``, or ``<name>.json``
as a blind writer hands it in, see ``handed_in.py``).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.reading.figure_odds import ASKED, figure_odds
from dashboard.reading.whole_report import read_report
from tests.reports.handed_in import Place, Text, texts_of
from tests.reports.scores import sure, unit_named
from tests.reports.teach_figures import seen

_YEAR = re.compile(r"20\d\d")


def figures_told(text: Text, found: Mapping[str, Any], counts: Counter[str]) -> Iterator[str]:
    """Counts a text's figures by value and place, sure ones and all, and tells each that is none of the unit's own of the report's years."""
    rows = _of_its_years(text, found["indicators"])
    for label, given in (("sure", sure(rows)), ("all", rows)):
        for one in {(row["value"], row["start"], row["end"]): row for row in given}.values():
            right = any(_is_at(one, told) for told in text.own)
            other = not right and any(_is_at(one, told) for told in text.others)
            counts[f"{label} given"] += 1
            counts[f"{label} right"] += right
            counts[f"{label} others"] += other
            if not right:
                whose = "other" if other else "unlisted"
                yield f"+ {label} {whose} {one['value']:g} {one['unit']} “{_line(one['quote'])}”"
        counts[f"{label} found"] += sum(
            any(_is_at(one, told) for one in given) for told in text.own
        )
    counts["own"] += len(text.own)
    counts["others"] += len(text.others)
    counts["asked"] += len(found["indicators"]) - len(sure(found["indicators"]))


def figures_missed(text: Text, found: Mapping[str, Any]) -> Iterator[str]:
    """The unit's own figures that are not given without asking, each with its cause as the reader's own odds tell it."""
    rows = _of_its_years(text, found["indicators"])
    candidates = [(one, figure_odds(signs)) for one, signs in seen(text.said)]
    for told in text.own:
        if any(_is_at(one, told) for one in sure(rows)):
            continue
        values, first, last = told
        here = [
            odds
            for one, odds in candidates
            if one.value in values and one.start < last and first < one.end
        ]
        said = _line(text.said[max(0, first - 60) : last + 30])
        yield f"− {_cause(told, rows, found, here)} {max(here, default=0):.2f} {values} “{said}”"


def _cause(told: Place, rows: list[Any], found: Mapping[str, Any], odds: list[float]) -> str:
    if any(_is_at(one, told) for one in rows):
        return "asked"
    if any(_is_at(one, told) for one in found["indicators"]):
        return "of another year"
    if any(_is_at(one, told) for one in found["others"]):
        return "given to another"
    if not odds:
        return "no candidate"
    return "below the limit" if max(odds) < ASKED else "not given"


def limitations_told(text: Text, found: Mapping[str, Any], counts: Counter[str]) -> Iterator[str]:
    """The same of limitations: found where a finding touches one, whatever its category."""
    counts["faults"] += len(text.limitations)
    for label in ("sure", "all"):
        rows = [one for one in found["limitations"] if label == "all" or one["doubt"] != "whether"]
        counts[f"faults {label} given"] += len(rows)
        for one in rows:
            right = any(
                one["start"] < end and start < one["end"] for start, end in text.limitations
            )
            counts[f"faults {label} right"] += right
            if not right:
                yield f"+ {label} limitation “{_line(one['quote'])}”"
        for start, end in text.limitations:
            hit = any(one["start"] < end and start < one["end"] for one in rows)
            counts[f"faults {label} found"] += hit
            if not hit:
                yield f"− {label} limitation “{_line(text.said[start:end])}”"


def heads_told(text: Text, found: Mapping[str, Any], counts: Counter[str]) -> Iterator[str]:
    """The same of the unit, the period and the documents."""
    counts["texts"] += 1
    for head, is_right in (
        ("unit", unit_named(text.truth["unit"], found["unit"] or "").right > 0),
        ("period", (found["period"] or "") == text.truth["period"]),
    ):
        counts[head] += is_right
        if not is_right:
            yield f"− {head} “{text.truth[head]}” read as “{found[head]}”"
    wanted = Counter((number, date or "") for number, date in text.truth["documents"])
    given = Counter((one["number"], one["date"] or "") for one in found["documents"])
    counts["documents right"] += (wanted & given).total()
    counts["documents"] += wanted.total()
    counts["documents given"] += given.total()
    yield from (f"− document {one}" for one in wanted - given)
    yield from (f"+ document {one}" for one in given - wanted)


def row_of(counts: Counter[str]) -> str:
    """The row of README's table, and what stands below it."""

    def share(part: str, whole: str) -> str:
        return f"{100 * counts[part] / (counts[whole] or 1):.1f}".replace(".", ",")

    def both(kind: str, told: str) -> str:
        return " → ".join(
            f"{share(f'{kind}{one} right', f'{kind}{one} given')} / {share(f'{kind}{one} found', told)}"
            for one in ("sure", "all")
        )

    documents = (
        f"{share('documents right', 'documents given')} / {share('documents right', 'documents')}"
    )
    return (
        f"| {counts['texts']} | {both('', 'own')} | {both('faults ', 'faults')} | {documents}"
        f" | {share('unit', 'texts')}; {share('period', 'texts')} |\n"
        f"others as sure {counts['sure others']} of {counts['others']}, asked {counts['asked'] / (counts['texts'] or 1):.1f} a report"
    )


def _of_its_years(text: Text, rows: list[Any]) -> list[Any]:
    years = [int(one) for one in _YEAR.findall(text.truth["period"])]
    return [
        one
        for one in rows
        if one["year"] is None or not years or years[0] <= one["year"] <= years[-1]
    ]


def _is_at(row: Mapping[str, Any], one: Place) -> bool:
    values, first, last = one
    return row["value"] in values and row["start"] < last and first < row["end"]


def _line(said: str) -> str:
    return " ".join(said.split())


def _print(folder: Path) -> None:
    counts: Counter[str] = Counter()
    for text in texts_of(folder):
        found = read_report(text.said).as_dict()
        for told in (heads_told, figures_told, limitations_told):
            for line in told(text, found, counts):
                print(f"{text.name:16} {line}")
        for line in figures_missed(text, found):
            print(f"{text.name:16} {line}")
    print(row_of(counts))


if __name__ == "__main__":
    _print(Path(sys.argv[1]))
