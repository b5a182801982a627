"""A report's text with the places of its pieces in the file, and why a file gives none."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from data_access.scans import Box, turn_of

MAX_BYTES = 25_000_000
MAX_INFLATED = 200_000_000


class UnreadableDocumentError(Exception):
    """The file gives no text: ``code`` (too_large, unsupported, damaged, protected, scanned, no_recogniser, no_office, too_many_pages, legacy_encoding, misread, empty) and ``fields`` say why."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(f"{code}: {fields}")
        self.code = code
        self.fields = fields


@contextmanager
def damaged(name: str) -> Iterator[None]:
    """Whatever a library stumbles over in a file that somebody sent means that the file is damaged: each has its own ways of failing, and a file made to break them finds one more. Errors: `UnreadableDocumentError` `damaged`, and what is one already."""
    try:
        yield
    except UnreadableDocumentError:
        raise
    except Exception as error:
        raise UnreadableDocumentError("damaged", name=name) from error


@dataclass(frozen=True)
class Document:
    """``text``; ``places``: (offset, label) in order, e.g. (0, "trang 1"), (1042, "bảng 2, hàng 3"); ``wordless_pages``: pages without text.

    ``doubts``: (code, detail) of what may not be the words that were written, e.g. ("torn", "trang 2, trang 5"), ("no_accents", ""), ("converted", "TCVN3").
    ``scanned_pages``: pages whose words were recognised in a picture; ``doubtful``: (start, end) of words there that may be others,
    ``boxes``: (start, end, page, box) of each of those pages' words.
    """

    text: str
    places: tuple[tuple[int, str], ...]
    wordless_pages: tuple[int, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    scanned_pages: tuple[int, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    boxes: tuple[tuple[int, int, int, Box], ...] = ()

    def pictured(self, start: int, end: int) -> tuple[int, Box] | None:
        """The page and the piece of its picture in which words of the text stand, of several pages the first; None for words that were no picture."""
        over = [one for one in self.boxes if one[0] < end and start < one[1]]
        if not over:
            return None
        page = over[0][2]
        sides = list(zip(*(box for _, _, number, box in over if number == page), strict=True))
        return page, (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))

    def turn(self, page: int) -> int:
        """By how many degrees against the clock the picture of a page must be turned to be read."""
        return turn_of([box for _, _, number, box in self.boxes if number == page])

    def pieces(self) -> Iterator[tuple[str, str]]:
        """(label, text) from each place to the next."""
        ends = [*(start for start, _ in self.places[1:]), len(self.text)]
        for (start, label), end in zip(self.places, ends, strict=True):
            yield label, self.text[start:end]


def joined(pieces: Iterable[tuple[str, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """(label, text) pieces as one text, each ended by a line break, with the offset of each."""
    text: list[str] = []
    places: list[tuple[int, str]] = []
    offset = 0
    for label, piece in pieces:
        places.append((offset, label))
        text.append(piece + "\n")
        offset += len(piece) + 1
    return "".join(text), tuple(places)


def inflated(archive: zipfile.ZipFile) -> int:
    """Bytes that an archive really holds, counted while inflating and given up above the limit (a declared size may lie)."""
    total = 0
    for member in archive.namelist():
        with archive.open(member) as stream:
            while total <= MAX_INFLATED and (piece := stream.read(1_000_000)):
                total += len(piece)
    return total
