"""Rings of a boundary: read from GeoJSON, turned one way, drawn with no more points than a picture can tell."""

from __future__ import annotations

import math
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
LEAST = 4  # positions of a closed ring (RFC 7946, 3.1.6)
DIGITS = 5  # of a degree: a metre


class RingError(Exception):
    """Why a ring is none; `code` is one of intake's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def ring_of(positions: Any, *, outer: bool) -> Ring:
    """The points (degrees east, north) of a ring, closed; outer rings anticlockwise, holes clockwise. RingError where it is none."""
    if not isinstance(positions, list):
        raise RingError("boundary_ring")
    ring = [_point(one) for one in positions]
    if len(ring) > 1 and ring[0] != ring[-1]:
        ring.append(ring[0])
    area = area_of(ring)
    if len(ring) < LEAST or area == 0:
        raise RingError("boundary_ring")
    return ring if (area > 0) == outer else ring[::-1]


def _point(position: Any) -> Point:
    if not isinstance(position, list) or len(position) < 2:
        raise RingError("boundary_ring")
    east, north = position[:2]
    if not all(type(one) in (int, float) and math.isfinite(one) for one in (east, north)):
        raise RingError("boundary_ring")
    if abs(east) > 180 or abs(north) > 90:
        raise RingError(
            "boundary_turned" if abs(east) <= 90 and abs(north) <= 180 else "boundary_metres"
        )
    return float(east), float(north)


def area_of(ring: Ring) -> float:
    """Twice the area inside a closed ring, positive where it runs anticlockwise.

    >>> area_of([(0, 0), (2, 0), (2, 1), (0, 0)])
    2
    """
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, ring[1:]))


def simplified(ring: Ring, near: float) -> Ring:
    """The ring without the points that lie within `near` of what is drawn (Douglas and Peucker 1973), rounded; never fewer than a triangle.

    >>> simplified([(0, 0), (1, 0.001), (2, 0), (2, 2), (0, 0)], 0.1)
    [(0, 0), (2, 0), (2, 2), (0, 0)]
    """
    far = max(range(len(ring)), key=lambda place: math.dist(ring[0], ring[place]))
    kept = (
        {0, far, len(ring) - 1} | _kept(ring, 0, far, near) | _kept(ring, far, len(ring) - 1, near)
    )
    found = [ring[place] for place in sorted(kept)]
    return [_rounded(one) for one in (found if len(found) >= LEAST else ring)]


def _kept(ring: Ring, first: int, last: int, near: float) -> set[int]:
    """Places between two points of which the line between them would miss something; without recursion, however long the ring."""
    kept: set[int] = set()
    waiting = [(first, last)]
    while waiting:
        start, end = waiting.pop()
        if end - start < 2:
            continue
        away = [_away(ring[place], ring[start], ring[end]) for place in range(start + 1, end)]
        most = max(away)
        if most > near:
            place = start + 1 + away.index(most)
            kept.add(place)
            waiting += [(start, place), (place, end)]
    return kept


def _away(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the stretch between two others."""
    (x, y), (u, v), (p, q) = point, start, end
    length = (p - u) ** 2 + (q - v) ** 2
    if not length:
        return math.dist(point, start)
    part = min(max(((x - u) * (p - u) + (y - v) * (q - v)) / length, 0), 1)
    return math.dist(point, (u + part * (p - u), v + part * (q - v)))


def _rounded(point: Point) -> Point:
    return round(point[0], DIGITS), round(point[1], DIGITS)
