"""Boundaries of units as GeoJSON (RFC 7946): text in, one record of `boundaries` a unit out, every mistake a problem. Nothing of a file raises."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from data_access.intake.boundary_rings import Ring, RingError, ring_of, simplified
from data_access.intake.names import fold
from data_access.intake.problems import Problems
from data_access.intake.unit_facts import Life

LIMIT_BYTES, MOST_POINTS = 20_000_000, 1_000_000
STEPS = 1_500  # parts of the province's longer side that a picture can tell apart
DEGREES = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326")
CODE_NAMES = ("unit", "ma don vi", "ma", "code", "ma xa", "maxa", "id")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")

Shape = list[list[Ring]]
"""Polygons, each of rings: the outer one first, then its holes; a ring is closed."""


class Refused(Exception):
    """Why nothing of a file, or of one of its features, can be used: a code of `CODES` with its fields."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


def is_boundaries(content: bytes) -> bool:
    """Whether some bytes are to be read as GeoJSON: a JSON object."""
    return bool(_START.match(content[:100]))


def boundaries_of(
    content: bytes, lives: Mapping[str, Life], problems: Problems
) -> list[dict[str, Any]]:
    """One record a feature: unit, shape (JSON of `Shape`, degrees, drawn coarser than a screen can tell), sheet and cell None. In: the units by code."""
    try:
        features = _features(content)
    except Refused as why:
        problems.add(why.code, **why.fields)
        return []
    known = {code.casefold(): code for code in lives}
    shapes: dict[str, Shape] = {}
    for place, feature in enumerate(features, start=1):
        try:
            unit = _unit(place, feature, known)
            if unit in shapes:
                raise Refused("boundary_twice", place=place, unit=unit)
            shapes[unit] = _shape(place, feature)
        except Refused as why:
            problems.add(why.code, **why.fields)
    if sum(len(ring) for shape in shapes.values() for part in shape for ring in part) > MOST_POINTS:
        problems.add("boundaries_too_fine", limit=MOST_POINTS)
        return []
    return _records(shapes)


def _records(shapes: Mapping[str, Shape]) -> list[dict[str, Any]]:
    points = [point for shape in shapes.values() for part in shape for point in part[0]]
    if not points:
        return []
    sides = [max(axis) - min(axis) for axis in zip(*points, strict=True)]
    near = max(sides) / STEPS
    return [
        {"unit": unit, "shape": _text(shape, near), "sheet": None, "cell": None}
        for unit, shape in shapes.items()
    ]


def _text(shape: Shape, near: float) -> str:
    coarse = [[simplified(ring, near) for ring in part] for part in shape]
    return json.dumps(coarse, separators=(",", ":"))


def _features(content: bytes) -> list[Any]:
    if len(content) > LIMIT_BYTES:
        size, limit = round(len(content) / 1e6, 1), LIMIT_BYTES // 1_000_000
        raise Refused("file_too_large", size=size, limit=limit)
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # broken JSON, other letters, endless brackets
        raise Refused("boundaries_unread") from error
    features = whole.get("features")
    if whole.get("type") != "FeatureCollection" or not isinstance(features, list) or not features:
        raise Refused("boundaries_no_features")
    _check_degrees(whole.get("crs"))
    return features


def _no_number(text: str) -> float:
    raise ValueError(text)


def _check_degrees(crs: Any) -> None:
    """A file says nothing of its coordinates (then they are degrees), or that they are degrees."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if crs is not None and name not in DEGREES:
        raise Refused("boundaries_projected", text=str(name or crs)[:60])


def _unit(place: int, feature: Any, known: Mapping[str, str]) -> str:
    """The unit that a feature is of, by its code: in its properties under one of `CODE_NAMES`, else as the id of the feature."""
    if not isinstance(feature, dict):
        raise Refused("boundary_without_code", place=place)
    properties = feature.get("properties")
    given = properties if isinstance(properties, dict) else {}
    named = {fold(str(name)).replace("_", " "): value for name, value in given.items()}
    named.setdefault("id", feature.get("id"))
    codes = [str(named[one]).strip() for one in CODE_NAMES if named.get(one) not in (None, "")]
    if not codes:
        raise Refused("boundary_without_code", place=place)
    found = next((known[one.casefold()] for one in codes if one.casefold() in known), None)
    if found is None:
        raise Refused("boundary_unknown_unit", place=place, text=codes[0][:60])
    return found


def _shape(place: int, feature: Any) -> Shape:
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise Refused("boundary_no_area", place=place, text=str(kind or "")[:30])
    parts = geometry.get("coordinates")
    if kind == "Polygon":
        parts = [parts]
    if not isinstance(parts, list) or not all(isinstance(one, list) and one for one in parts):
        raise Refused("boundary_ring", place=place)
    try:
        return [[ring_of(ring, outer=not at) for at, ring in enumerate(part)] for part in parts]
    except RingError as why:
        raise Refused(why.code, place=place) from why
