"""Rings of a boundary: read from GeoJSON, turned one way, drawn with no more points than a picture can tell."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

Point = tuple[float, float]
Ring = list[Point]
LEAST = 4  # positions of a closed ring (RFC 7946, 3.1.6)
DIGITS = 5  # of a degree: a metre
STRETCH = 500  # points that are looked at together: what a ring costs grows with its points, not with their square


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
    if len(ring) < LEAST or area_of([_rounded(one) for one in ring]) == 0:
        raise RingError("boundary_ring")
    return ring if (area > 0) == outer else ring[::-1]


def _point(position: Any) -> Point:
    if not isinstance(position, list) or len(position) < 2:
        raise RingError("boundary_ring")
    east, north = position[:2]
    if not all(type(one) in (int, float) for one in (east, north)):
        raise RingError("boundary_ring")
    if not (abs(east) <= 180 and abs(north) <= 90):  # nor what is no number
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
    """The ring without the points that lie within `near` of what is drawn (Douglas and Peucker 1973, in stretches), rounded; never fewer than a triangle.

    >>> simplified([(0, 0), (1, 0.001), (2, 0), (2, 2), (0, 0)], 0.1)
    [(0, 0), (2, 0), (2, 2), (0, 0)]
    """
    points, last = np.array(ring, dtype=float), len(ring) - 1
    far = int(np.argmax(np.hypot(*(points - points[0]).T)))
    ends = sorted({far, *range(0, last, STRETCH), last})
    kept = {
        place
        for first, end in itertools.pairwise(ends)
        for place in _kept(points, first, end, near)
    }
    found = [ring[place] for place in sorted(kept | set(ends))]
    return [_rounded(one) for one in (found if len(found) >= LEAST else ring)]


def _kept(points: np.ndarray, first: int, last: int, near: float) -> set[int]:
    """Places between two points of which the line between them would miss something; without recursion, however long the stretch."""
    kept: set[int] = set()
    waiting = [(first, last)]
    while waiting:
        start, end = waiting.pop()
        if end - start < 2:
            continue
        away = _away(points[start + 1 : end], points[start], points[end])
        place = start + 1 + int(np.argmax(away))
        if away[place - start - 1] > near:
            kept.add(place)
            waiting += [(start, place), (place, end)]
    return kept


def _away(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """How far each point lies from the stretch between two others."""
    along = end - start
    length = float(along @ along)
    part = np.clip((points - start) @ along / length, 0, 1) if length else np.zeros(len(points))
    return np.hypot(*(points - start - part[:, None] * along).T)


def _rounded(point: Point) -> Point:
    return round(point[0], DIGITS), round(point[1], DIGITS)
