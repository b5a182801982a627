"""What every slide of a pack is made of: a message, what is read aloud, where the figures come from."""

from __future__ import annotations

from typing import Any

from dashboard.exports.report import report_words as words
from dashboard.exports.report.aloud import spoken
from dashboard.exports.report.material import Material
from dashboard.exports.report.pack import Slide


def slide_of_pack(material: Material, title: str, said: list[str], **picture: Any) -> Slide:
    """`said` is what the speaker reads aloud; where the figures come from stands below it, not to be read."""
    read = [spoken(one) for one in said if one]
    last = f"{words.NOT_READ} {material.source} {_seal_note(material)}"
    return Slide(title, "\n".join([*read, last]), material.source, **picture)


def _seal_note(material: Material) -> str:
    return f"Số liệu năm {material.standing.year}, mốc {material.milestone.name.lower()}."
