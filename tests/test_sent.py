"""What goes over the line, counted and never timed: bytes and messages of a change of year, bytes of a first load."""

from __future__ import annotations

import gzip
import hashlib
import re
import urllib.request

import pytest
import serving
from raw_page import RawPage
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.serving import packed_files
from dashboard.ui import plots

pytestmark = pytest.mark.slow

MOST = {
    None: (16_000, 80),
    "xu-huong": (27_000, 80),
    "don-vi-cham": (17_000, 80),
    "phuong-phap": (21_500, 80),
}
"""Page → bytes over the line and messages of a change of year: what was measured, and a tenth more."""
AGAIN = 6_200
"""Bytes of a year that the page has shown before: the browser has its parts."""
YEAR = "Năm, mốc"


@pytest.fixture(scope="module")
def address(sample_url):
    with serving.gated(DATABASE_URL=sample_url) as opened:
        yield opened


class Browser(RawPage):
    """A page that tells what it still holds, as a browser does, so that it is not sent again."""

    def changed(self, page: str | None) -> list[ForwardMsg]:
        answers = self.run(page)
        found = {
            one.ref_hash or one.hash for one in answers if one.ref_hash or one.metadata.cacheable
        }
        self.held = tuple(found.union(self.held))
        return answers


@pytest.mark.parametrize("path", MOST)
def test_a_change_of_year_sends_little(address, path):
    with Browser(address) as page:
        page.run()
        page.changed(path)
        years = page.widgets[YEAR].options
        for year in ("2024", "2023", "2024"):
            page.set(YEAR, next(one for one in years if one.startswith(year)))
            before = page.line.received
            answers = page.changed(path)
            most, messages = MOST[path]
            assert page.line.received - before <= most and len(answers) <= messages
        assert page.line.received - before <= AGAIN


def asked(address: str, path: str, packing: str) -> tuple[dict[str, str], bytes]:
    """Headers and body of a file as it comes over the line."""
    request = urllib.request.Request(address + path, headers={"Accept-Encoding": packing})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def test_scripts_and_styles_come_packed_and_are_kept_for_a_year(address):
    told, page = asked(address, "/", "identity")
    packed, sent = asked(address, "/", "gzip")
    assert gzip.decompress(sent) == page and packed["content-encoding"] == "gzip"
    assert told["cache-control"] == packed["cache-control"] == "no-cache"
    named = re.findall(
        r'(?:src|href)="(?:\./|/)?((?:app/)?static/[^"]+\.(?:js|css)[^"]*)"', page.decode()
    )
    assert len(named) >= 4
    for path in (*named, packed_files.address(plots.LIBRARY).removeprefix("/")):
        plain, whole = asked(address, f"/{path}", "identity")
        told, sent = asked(address, f"/{path}", "br, gzip")
        assert "content-encoding" not in plain and gzip.decompress(sent) == whole
        assert told["content-encoding"] == "gzip" and told["vary"] == "Accept-Encoding"
        assert "immutable" in told["cache-control"] and told["x-content-type-options"] == "nosniff"
        kind = "css" if ".css" in path else "javascript"
        assert kind in told["content-type"] and kind in plain["content-type"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../__init__.py",
        "/app/static/../app.js",
        "/static/js",
        "/static/favicon.png",
        "/static/none.js",
    ],
)
def test_what_is_no_script_of_the_folder_is_left_to_streamlit(path):
    assert packed_files.file_of(path) is None


def test_the_address_of_a_script_changes_with_the_script():
    mark = hashlib.sha256((packed_files.ROOTS[packed_files.OWN] / plots.LIBRARY).read_bytes())
    assert packed_files.address(plots.LIBRARY).endswith(f"?v={mark.hexdigest()[:12]}")
