"""Every problem that a file of boundaries (GeoJSON) can have: code → names of its fields; `place` is the number of the feature, from 1."""

from __future__ import annotations

BOUNDARY_CODES: dict[str, tuple[str, ...]] = {
    "boundaries_unread": (),
    "boundaries_no_features": (),
    "boundaries_projected": ("text",),
    "boundaries_too_fine": ("limit",),
    "boundary_without_code": ("place",),
    "boundary_unknown_unit": ("place", "text"),
    "boundary_twice": ("place", "unit"),
    "boundary_no_area": ("place", "text"),
    "boundary_ring": ("place",),
    "boundary_turned": ("place",),
    "boundary_metres": ("place",),
}
