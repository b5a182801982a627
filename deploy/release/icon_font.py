"""Makes `dashboard/static/frame/icons.woff2` anew after a change of Streamlit: of its font of 4,000 signs those that it draws itself, a fortieth of the bytes.

    python -m pip install fonttools brotli && python -m deploy.release.icon_font

The signs stand in `icons.txt` beside it; a test compares them with the Streamlit that is installed. Font: Material Symbols, © Google LLC, Apache License 2.0.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

HERE = Path(__file__).resolve().parents[2] / "dashboard" / "static" / "frame"
THEIRS = Path(streamlit.__file__).resolve().parent
NAMED = re.compile(r"material/([a-z0-9_]+)")


def names() -> list[str]:
    """The signs that Streamlit names anywhere, in its scripts or its Python."""
    files = [*(THEIRS / "static" / "static" / "js").glob("*.js"), *THEIRS.rglob("*.py")]
    return sorted({one for file in files for one in NAMED.findall(file.read_text("utf-8"))})


def main() -> None:
    from fontTools import subset, ttLib

    (source,) = (THEIRS / "static" / "static" / "media").glob("MaterialSymbols-Rounded*.woff2")
    font, wanted = ttLib.TTFont(source), names()
    signs = _signs(font)
    kept = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False)
    made = subset.Subsetter(kept)
    letters = {ord(letter) for name in wanted for letter in name}
    made.populate(unicodes=letters, glyphs=[signs[one] for one in wanted if one in signs])
    made.subset(font)
    subset.save_font(font, HERE / "icons.woff2", kept)
    (HERE / "icons.txt").write_text("\n".join(wanted) + "\n", encoding="utf-8")


def _signs(font) -> dict[str, str]:
    """Name → glyph: the font draws a sign in place of the letters of its name."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for part in lookup.SubTable:
            for first, others in getattr(part, "ExtSubTable", part).ligatures.items():
                for one in others:
                    spelled = [letters.get(glyph, "?") for glyph in (first, *one.Component)]
                    found["".join(spelled)] = one.LigGlyph
    return found


if __name__ == "__main__":
    main()
