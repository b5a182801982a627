"""Opening a zipped workbook safely: what would blow up is refused while its parts are inflated piece by piece."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

INFLATED_BYTES = 400_000_000
RATIO = 300  # a sheet of equal rows packs about 1:60
_RATIO_FROM = 5_000_000
_PARTS = 5_000
_CHUNK = 1 << 16
# What the standard library raises for archives that are cut off, forged or packed in ways that no workbook is.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)


class UnsafeError(Exception):
    """The workbook must not be opened: `code` and `fields` of a problem."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


def looked_into(content: bytes, look: Callable[[zipfile.ZipFile], Any]) -> Any:
    """What `look` finds in the archive. Raises `UnsafeError` if it is broken, bears a part twice or would blow up."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > _PARTS or len(set(names)) < len(names):
                raise UnsafeError("workbook_unsafe", reason="parts")
            return look(archive)
    except DefusedXmlException as error:
        raise UnsafeError("workbook_unsafe", reason="entities") from error
    except ParseError as error:
        raise UnsafeError("workbook_broken", reason="content") from error
    except _BROKEN as error:
        raise UnsafeError("workbook_broken", reason="archive") from error


class Budget:
    """Inflates parts piece by piece and stops when they grow beyond any real workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._spent = 0

    def feed(self, name: str, parser: DefusedXMLParser | None) -> None:
        """Inflate one part, through the parser if there is one. Raises `UnsafeError` where it grows too large."""
        packed = max(self._archive.getinfo(name).compress_size, 1)
        size = 0
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                self._spent += len(chunk)
                if self._spent > INFLATED_BYTES or (size > _RATIO_FROM and size / packed > RATIO):
                    raise UnsafeError("workbook_unsafe", reason="inflates")
                if parser is not None:
                    parser.feed(chunk)
        if parser is not None:
            parser.close()


class Part:
    """Takes an XML part and keeps nothing: only whether it is safe to parse matters.

    `start(tag, attributes)`: an element begins; `data(text)`: text inside one; `end(tag)`: it ends. None is not asked, which costs nothing.
    `parser` is who asks: a part may begin and cease to hear while it is read.
    """

    start: Callable[[str, dict[str, str]], None] | None = None
    data: Callable[[str], None] | None = None
    end: Callable[[str], None] | None = None
    parser: Any = None

    def close(self) -> None:
        """The part ends, and nobody asks any more."""
        self.parser = None


def parser_for(target: Part) -> DefusedXMLParser:
    """A parser that refuses any DTD and hands elements straight to the target: half the time of building them first. Where no DTD is, the parser itself refuses what only one could have declared."""
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    expat = target.parser = parser.parser
    expat.ordered_attributes, expat.DefaultHandlerExpand = False, None
    expat.StartElementHandler, expat.CharacterDataHandler, expat.EndElementHandler = (
        target.start,
        target.data,
        target.end,
    )
    return parser


class Attributes(Part):
    """Collects the attributes of some kinds of elements, in order: `found` has (element, attributes)."""

    def __init__(self, *tags: str) -> None:
        self._tags = tags
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name in self._tags:
            self.found.append(
                (name, {key.rpartition("}")[2]: value for key, value in attributes.items()})
            )
