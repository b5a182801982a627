"""A Frictionless data package of one standing: a CSV a table, their dictionary, sources and licence, in one zip."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

import pandas as pd

from dashboard.access.edition import Edition, in_words
from dashboard.assessment.standing import Standing
from dashboard.exports import zips
from dashboard.exports.open_data import package_words as words
from dashboard.exports.open_data.resource import Resource
from dashboard.exports.open_data.resources import RESOURCES
from dashboard.exports.plain_cells import harmless
from dashboard.plan import Plan
from dashboard.writing import formats
from dashboard.writing.nouns import speaking, worded


class Read(NamedTuple):
    """A standing with the edition that it is."""

    standing: Standing
    edition: Edition

    def rows(self, resource: Resource) -> pd.DataFrame:
        """A table of it, whole."""
        own = self.edition
        return resource.table(self.standing, own.state, own.illustrative)


class Licence(NamedTuple):
    """How the data may be used: a name of opendefinition.org (“CC-BY-4.0”) and where its text is."""

    name: str
    path: str = ""


def csv_of(rows: pd.DataFrame) -> bytes:
    """UTF-8 without a mark, point for decimals, nothing for what is missing; no text begins like a formula."""
    plain = rows.map(lambda value: harmless(value) if isinstance(value, str) else value)
    return plain.to_csv(index=False, lineterminator="\n").encode("utf-8")


def package(read: Read, licence: Licence | None) -> bytes:
    """The zip: datapackage.json, a reader's page and a CSV a table, in the nouns of the edition's movement; equal bytes for equal figures."""
    with speaking(read.standing.plan.nouns.spoken):
        return _packed(read, licence)


def _packed(read: Read, licence: Licence | None) -> bytes:
    resources = [one.of_plan(read.standing.plan) for one in worded(RESOURCES)]
    tables = {one.name: read.rows(one) for one in resources}
    files = {f"{name}.csv": csv_of(rows) for name, rows in tables.items()}
    described = _descriptor(read, licence, tables, files)
    text = json.dumps(described, ensure_ascii=False, indent=2)
    page = _reader_page(described, tables, licence, read.standing.plan)
    content = {"datapackage.json": text.encode(), words.README: page.encode(), **files}
    return zips.zipped(content.items(), packed=False)


def _descriptor(
    read: Read,
    licence: Licence | None,
    tables: dict[str, pd.DataFrame],
    files: dict[str, bytes],
) -> dict[str, Any]:
    plan, year = read.standing.plan, read.standing.year
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"{plan.code.lower().replace('_', '-')}-{year}",
        "title": words.TITLE.format(movement=plan.short_name, year=year),
        "description": words.DESCRIPTION.format(edition=_edition_words(read.edition)),
        "created": read.edition.at.isoformat(),
        "version": str(read.edition.number),
        "contributors": [{"title": plan.owner, "role": "publisher"}],
        "sources": [{"title": one} for one in plan.documents],
        "resources": [
            _resource(one.of_plan(plan), files[f"{one.name}.csv"]) for one in worded(RESOURCES)
        ],
    }
    if licence:
        own = {"name": licence.name, **({"path": licence.path} if licence.path else {})}
        described["licenses"] = [own]
    return described


def _edition_words(own: Edition) -> str:
    return (words.ILLUSTRATIVE if own.illustrative else "") + in_words(own)


def _resource(resource: Resource, content: bytes) -> dict[str, Any]:
    fields = [one._asdict() for one in resource.fields]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "title": resource.title,
        "path": f"{resource.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _reader_page(
    described: dict[str, Any],
    tables: dict[str, pd.DataFrame],
    licence: Licence | None,
    plan: Plan,
) -> str:
    rows = [
        f"| {one.name}.csv | {one.title} | {formats.count(len(tables[one.name]))} |"
        for one in worded(RESOURCES)
    ]
    said = f"{licence.name} {licence.path}".strip() if licence else ""
    return words.README_TEXT.format(
        title=described["title"],
        description=described["description"],
        licence=said or words.NO_LICENCE.format(owner=plan.owner),
        files="\n".join(rows),
    )
