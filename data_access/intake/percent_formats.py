"""Which number formats show a number in percent, and by which factor."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.')
_BUILT_IN_PERCENT = {"9", "10"}


def percent_styles(found: list[tuple[str, dict[str, str]]]) -> dict[str, int]:
    """Number of a cell's style → factor of its percent, from the elements `numFmt`, `cellXfs`, `xf`, `cellStyles` of the styles in order."""
    formats: dict[str, int] = dict.fromkeys(_BUILT_IN_PERCENT, 100)
    styles: dict[str, int] = {}
    number, within = 0, False
    for tag, attributes in found:
        if tag == "numFmt":
            factor = percent_factor(attributes.get("formatCode", ""))
            if factor:
                formats[attributes.get("numFmtId", "")] = factor
        elif tag in ("cellXfs", "cellStyles", "cellStyleXfs", "dxfs"):
            within = tag == "cellXfs"
        elif within:
            factor = formats.get(attributes.get("numFmtId", ""), 0)
            if factor:
                styles[str(number)] = factor
            number += 1
    return styles


def percent_factor(code: str) -> int:
    """100 for a number format that shows percent (`0.0%`), 1 where it only writes the sign behind (`0"%"`), else 0."""
    first = code.split(";")[0]
    if "%" in _QUOTED.sub("", first):
        return 100
    written = "".join(found[1] or found[2] or "" for found in _QUOTED.finditer(first))
    return 1 if "%" in written else 0
