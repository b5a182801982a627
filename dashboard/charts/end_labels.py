"""Names at the right ends of lines, moved apart so that none covers another."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.charts.canvas import LINE_HEIGHT, lines_of, width_of, wrapped
from dashboard.charts.label_places import spread


@dataclass
class Label:
    """A name at the right end of a line."""

    text: str
    place: float
    colour: str
    heavy: bool = False


def end_labels(
    labels: list[Label], bounds: tuple[float, float], plot_height: float, letters: int
) -> tuple[list[dict], int]:
    """The names right of the plot, moved apart so that none covers another, and the room they need in pixels."""
    texts = [wrapped(label.text, letters) for label in labels]
    unit = (bounds[1] - bounds[0]) / plot_height
    places = spread(
        [label.place for label in labels],
        [(lines_of(text) * LINE_HEIGHT + 3) * unit for text in texts],
        bounds,
    )
    notes = [_note(*one) for one in zip(labels, texts, places, strict=True)]
    return notes, (width_of(texts) + 12 if texts else 16)


def _note(label: Label, text: str, place: float) -> dict:
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 6,
        "y": place,
        "align": "left",
        "text": f"<b>{text}</b>" if label.heavy else text,
        "font": {"size": 12, "color": label.colour},
    }
