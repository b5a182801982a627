"""Texts on screen in which a term of the glossary explains itself where the pointer rests, where a finger touches it or the keyboard comes to it."""

from __future__ import annotations

import html

from dashboard.wording import glossary
from dashboard.writing import first_letter


def glossed(text: str, *, reached: bool = True) -> str:
    """The text as HTML, escaped; the first place of every term bears its plain explanation. Not `reached` by keyboard inside what is pressed itself."""
    stop = " tabindex='0'" if reached else ""
    return "".join(
        f"<abbr{stop} title='{html.escape(why, quote=True)}'>{html.escape(piece)}</abbr>"
        if why
        else html.escape(piece)
        for piece, why in glossary.parts(text)
    )


def terms() -> str:
    """The whole glossary as a list of terms with their explanations."""
    lines = "".join(
        f"<dt>{html.escape(first_letter.large(term))}</dt><dd>{html.escape(why)}</dd>"
        for term, why in glossary.TERMS.items()
    )
    return f"<dl class='glossary'>{lines}</dl>"
