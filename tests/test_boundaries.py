"""Boundaries of units: GeoJSON in, a map out. A made province of squares, one with a hole and an island; files that are wrong in every way are told in a sentence each."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import tiny
from small_files import PLAN, UNITS, facts

from dashboard.charts.boundary_map import boundary_map, middle
from dashboard.views import unit_map
from dashboard.views.choices_made import Choices
from dashboard.views.value_changes import value_text
from dashboard.wording.problem_sentences import problem_sentence
from data_access.intake import boundary_rings
from data_access.intake.boundary_rings import area_of, ring_of, simplified
from data_access.intake.sheet_reading import read
from data_access.loading import Given, load_files


def square(east: float, north: float, side: float = 0.1) -> list[list[float]]:
    """A closed ring, anticlockwise from its south-western corner."""
    far, top = east + side, north + side
    return [[east, north], [far, north], [far, top], [east, top], [east, north]]


def feature(code: object, *parts: list, kind: str = "Polygon", **properties: object) -> dict:
    coordinates = list(parts) if kind == "MultiPolygon" else parts[0] if parts else None
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"ma": code, **properties}, "geometry": geometry}


def collection(*features: object, **more: object) -> bytes:
    whole = {"type": "FeatureCollection", "features": list(features), **more}
    return json.dumps(whole, ensure_ascii=False).encode()


def codes_of(content: bytes) -> list[str]:
    return list(read("ranh-gioi.geojson", content, facts()).problems["code"])


def test_a_square_a_hole_and_an_island_are_kept_turned_as_the_standard_asks():
    hole, island = square(105.03, 19.03, 0.02), square(105.3, 19.0)
    reading = read(
        "ranh-gioi.geojson",
        collection(
            feature("SNV", [square(105.0, 19.0)[::-1]]),
            feature("xha2", [square(105.0, 19.1), hole], [island], kind="MultiPolygon"),
        ),
        facts(),
    )
    assert not reading.has_errors, reading.problems.to_string()
    shapes = {one.unit: json.loads(one.shape) for one in reading.tables["boundaries"].itertuples()}
    assert sorted(map(tuple, shapes["SNV"][0][0][:-1])) == sorted(
        map(tuple, square(105.0, 19.0)[:-1])
    )
    assert [len(part) for part in shapes["XHA2"]] == [2, 1]
    assert area_of(shapes["SNV"][0][0]) > 0, "outer rings anticlockwise, however they came"
    assert area_of(shapes["XHA2"][0][1]) < 0, "holes the other way, so that they stay empty"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"type": "FeatureCollection", "features": [', "boundaries_unread"),
        (b"{" + b'"a":[' * 100_000, "boundaries_unread"),
        (b'{"features": [NaN]}', "boundaries_unread"),
        ('{"ma": "Sở"}'.encode("utf-16-le").replace(b"\x00", b"\xff"), "boundaries_unread"),
        (b'{"type": "Topology", "objects": {}}', "boundaries_no_features"),
        (collection(), "boundaries_no_features"),
        (collection(7), "boundary_without_code"),
        (collection(feature(None, [square(105, 19)])), "boundary_without_code"),
        (collection(feature("LẠ", [square(105, 19)])), "boundary_unknown_unit"),
        (collection(feature("SNV", kind="Point")), "boundary_no_area"),
        (collection({**feature("SNV"), "geometry": None}), "boundary_no_area"),
        (collection(feature("SNV", [])), "boundary_ring"),
        (collection(feature("SNV", [square(105, 19)[:2]])), "boundary_ring"),
        (collection(feature("SNV", [[[105, 19], [106, 19], [107, 19], [105, 19]]])), "boundary_ring"),
        (collection(feature("SNV", [[["105", 19], [106, 19], [106, 20]]])), "boundary_ring"),
        (collection(feature("SNV", [[[True, 19], [106, 19], [106, 20]]])), "boundary_ring"),
        (collection(feature("SNV", [[point[::-1] for point in square(105, 19)]])), "boundary_turned"),
        (collection(feature("SNV", [square(550_000, 2_100_000, 900)])), "boundary_metres"),
        (
            collection(
                feature("SNV", [square(105, 19)]),
                crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3405"}},
            ),
            "boundaries_projected",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence_and_nothing_is_stored(content, code):
    reading = read("ranh-gioi.geojson", content, facts())
    assert reading.has_errors and not reading.tables
    (found,) = reading.problems.to_dict("records")
    assert found["code"] == code
    assert problem_sentence(code, found["fields"]).endswith(".")


def test_every_wrong_feature_is_named_and_the_good_ones_are_not_stored_beside():
    content = collection(
        feature("SNV", [square(105, 19)]),
        feature("LẠ", [square(106, 19)]),
        feature("SNV", [square(107, 19)]),
    )
    reading = read("ranh-gioi.geojson", content, facts())
    assert reading.has_errors and [one["place"] for one in reading.problems["fields"]] == [2, 3]
    assert codes_of(content) == ["boundary_unknown_unit", "boundary_twice"]


def test_a_heavy_file_is_refused_before_it_is_read():
    assert codes_of(b"{" + b" " * 20_000_001) == ["file_too_large"]


def test_a_number_of_hundreds_of_digits_and_an_area_of_nothing_are_refused():
    huge, dot = square(105.0, 19.0), [[105, 19], [105 + 1e-7, 19], [105 + 1e-7, 19 + 1e-7]]
    huge[1][0] = 10**400
    for ring in (huge, dot):
        assert codes_of(collection(feature("SNV", [ring])))[0].startswith("boundary_")


def test_a_ring_made_to_be_slow_costs_as_its_points(monkeypatch):
    """Teeth in a row part into one point and the rest, each time: what is looked at must not grow with the square of the points."""
    looked = []
    away = boundary_rings._away
    monkeypatch.setattr(
        boundary_rings,
        "_away",
        lambda points, *ends: looked.append(len(points)) or away(points, *ends),
    )
    costs = []
    for number in (5_000, 10_000):
        teeth = [(place / number, 0.02 * (place % 2)) for place in range(number)]
        looked.clear()
        kept = simplified([*teeth, (2.0, 2.0), teeth[0]], 0.001)
        costs.append(sum(looked))
        assert len(kept) > 0.9 * number
    assert costs[1] < 2.5 * costs[0]


def test_a_line_keeps_what_a_picture_can_tell_and_no_more():
    jagged = [[105 + step / 1000, 19 + (0.00001 if step % 2 else 0)] for step in range(101)]
    ring = ring_of([*jagged, [105.1, 19.1], [105.0, 19.1]], outer=True)
    coarse = simplified(ring, 0.001)
    assert set(coarse) == {(105.0, 19.0), (105.1, 19.0), (105.1, 19.1), (105.0, 19.1)}
    assert simplified(ring, 0)[0] == simplified(ring, 0)[-1], "a ring stays closed"


def province(year: int = 2025):
    rows = [(unit, measure, year, 30) for unit in ("U1", "U2", "U3") for measure in ("A", "B")]
    units = tiny.units({"unit": "U1"}, {"unit": "U2"}, {"unit": "U3"})
    return tiny.assess(tiny.plan(), tiny.records(units, tiny.results(*rows)), year, tiny.AS_OF)


def shapes(*units: str) -> pd.DataFrame:
    drawn = [json.dumps([[square(105 + place, 19)]]) for place, _ in enumerate(units)]
    return pd.DataFrame({"unit": units, "shape": drawn})


def test_units_with_boundaries_are_drawn_and_the_others_are_said_and_stand_in_the_table():
    standing = province()
    made = unit_map.entry(standing, {"boundaries": shapes("U1", "U2")}, Choices(2025))
    signs = made.figure.data[-1]
    assert list(signs.customdata) == ["U1", "U2"] and list(signs.x) == [105.05, 106.05]
    assert "Ngoài bản đồ còn 1 đơn vị" in made.alt and len(made.table.frame) == 3
    filled = made.figure.data[0]
    assert (filled.fill, filled.x[:6]) == ("toself", (105.0, 105.1, 105.1, 105.0, 105.0, None))


def test_without_boundaries_the_tiles_stand_as_they_did():
    standing = province()
    made = unit_map.entry(standing, {"boundaries": shapes()}, Choices(2025))
    assert made.alt.startswith("Bản đồ ô")


def test_a_sign_stands_inside_its_unit_and_not_in_its_hole():
    holed = [[square(0, 0, 4), square(1.5, 1.5, 1)[::-1]]]
    east, north = middle(holed)
    assert 0 < east < 4 and 0 < north < 4 and not (1.5 <= east <= 2.5 and 1.5 <= north <= 2.5)


def test_a_province_keeps_its_form():
    units = pd.DataFrame(
        [("U1", "Xã <Một>", "met", 80.0, True)],
        columns=["unit", "name", "status", "score", "named"],
    )
    figure = boundary_map(units, {"U1": [[square(105, 60)]]}, title="t")
    assert figure.layout.yaxis.scaleratio == pytest.approx(2, abs=0.01), "1 / cos 60°"
    assert figure.data[-1].text == ("●⚑",) and figure.data[-2].line.width == 3
    assert "&lt;Một&gt;" in figure.data[-1].hovertext[0]


def test_boundaries_are_kept_with_revisions_undone_and_said_shortly(store):
    store.save(
        {"units": UNITS.assign(file="u", sheet=None, cell=None)}, file="u", content=b"u", who="Lan"
    )
    given = [
        Given(f"{east}.geojson", collection(feature("SNV", [square(east, 19)])))
        for east in (105, 106)
    ]
    first, second = (load_files(store, PLAN, [one], who="Lan")[0] for one in given)
    assert not first.refused and not second.refused
    assert "106.0" in store.load("boundaries")["shape"].iloc[0]
    store.undo(second.saved.id, who="Lan", why="nhầm")
    assert "105.0" in store.load("boundaries")["shape"].iloc[0]
    assert value_text(store.load("boundaries")["shape"].iloc[0]) == "vùng 5 điểm"
