"""Colours by meaning, signs, fonts and the look of every chart. No screen library: a colour is a hex text, a template a dict.

Charts draw on the light ground only. On a dark ground the screen swaps every colour for its twin in `DARK`, so a colour
that is not of this palette must not stand in a figure (a test looks).
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.writing.nouns import speaks

GROUND = "#FFFFFF"
PANEL = "#F5F7FA"
INK = "#1B2A3A"
MUTED = "#566575"
LINES = "#D5DCE4"
OTHERS = "#AEB8C2"  # the rest behind the one that the sentence speaks of
ACCENT = "#0B4F8A"  # the province and the chosen unit
BAND = "#D3E3F0"  # an interval around the accent
WARM = "#A33A00"
NAMED_LINES = {
    "#9E5E00": "dash",
    "#007A5A": "dot",
    "#8F3F87": "dashdot",
    "#0072B2": "solid",
    "#5F6B79": "longdash",
}  # a few lines side by side, each with its name in its colour and with a stroke of its own
FONTS = "'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
HEAT = ("#E8F1F7", "#B9D4E8", "#93BDDA", "#30719D", "#063A68")
HEAT_INK = (INK, INK, INK, GROUND, GROUND)
TEXT_SIZE, LABEL_SIZE, TITLE_SIZE = 14, 13, 17
NARROW = 600  # px: below it a chart takes its narrow form
TOUCH = 44  # px: the height that a finger needs


@dataclass(frozen=True)
class Meaning:
    """How one status or level looks: `colour` for text, lines and signs, `fill` for areas with `on_fill` written on them."""

    sign: str
    word: str
    colour: str
    fill: str
    on_fill: str = GROUND
    marker: str = "circle"

    @property
    def label(self) -> str:
        """Sign and word, for text beside a colour."""
        return f"{self.sign} {self.word}"


STATUS = {
    "ahead": Meaning("▲", "vượt mốc", "#004F7C", "#004F7C", marker="triangle-up"),
    "met": Meaning("●", "đạt", "#0072B2", "#0072B2"),
    "near": Meaning("◆", "sát mốc", "#36749C", "#A4CBE2", INK, "diamond"),
    "on_track": Meaning("◆", "đúng tiến độ", "#36749C", "#A4CBE2", INK, "diamond"),
    "slow": Meaning("▼", "chậm", "#9E5E00", "#F0B860", INK, "triangle-down"),
    "very_slow": Meaning("▼▼", "rất chậm", WARM, WARM, marker="triangle-down"),
    "no_data": Meaning("○", "chưa đủ dữ liệu", "#5F6B79", "#E1E6EB", INK, "circle-open"),
    "not_assessed": Meaning("○", "không đánh giá", "#5F6B79", "#E1E6EB", INK, "circle-open"),
}
FLAG = {
    "named": Meaning("⚑", "nêu tên", WARM, WARM),
    "watch": Meaning("⚐", "theo dõi", "#9E5E00", GROUND, "#9E5E00"),
    "fact": Meaning("•", "sự việc", INK, PANEL, INK),
    "info": Meaning("“”", "đơn vị tự nêu", MUTED, PANEL, MUTED),
}

DARK = {
    GROUND: "#111A23",
    PANEL: "#1B2631",
    INK: "#E8EDF2",
    MUTED: "#A9B6C3",
    LINES: "#33414F",
    OTHERS: "#5A6876",
    ACCENT: "#7DB8EC",
    BAND: "#24405A",
    WARM: "#FF8A5C",
    "#004F7C": "#A5D8FF",
    "#0072B2": "#5FB2EA",
    "#36749C": "#8FB6CF",
    "#A4CBE2": "#2F5470",
    "#9E5E00": "#F0AE4C",
    "#F0B860": "#6B4A12",
    "#5F6B79": "#98A5B3",
    "#007A5A": "#4CC9A0",
    "#8F3F87": "#E09BD8",
    "#E1E6EB": "#2C3845",
    HEAT[0]: "#1C2B38",
    HEAT[1]: "#25455D",
    HEAT[2]: "#33668C",
    HEAT[3]: "#82B8E0",
    HEAT[4]: "#CBE6FA",
}

BLACK, WHITE = "#000000", "#FFFFFF"
MARK = "#B86E00"  # the mark of sample data
FOUND = {  # what was found in a report's text, by kind: on the light and on the dark ground
    "indicators": ("#00639C", "#7CC4FF"),
    "limitations": ("#8A5200", "#F0AE4C"),
    "awards": ("#00695C", "#6FD3C4"),
    "examples": ("#6A3D9A", "#CDA9F0"),
    "documents": ("#47555F", "#B9C5CF"),
    "unit": (INK, "#E5EBF1"),
    "warnings": (WARM, "#FF8A5C"),
}
SIGN_IN_LINE, SIGN_IN_BAD = ("#8A97A5", "#6D7C8B"), (WARM, "#FFB38A")  # light, dark

PAPER_GREYS = ("#1A1A1A", "#8C8C8C", "#D9D9D9", "#595959", "#BFBFBF", WHITE, "#404040", "#A6A6A6")
PAPER_LINES = (BLACK, "#595959", "#8C8C8C", "#262626", "#737373", "#404040", "#A6A6A6", "#0D0D0D")
PAPER_PALE, PAPER_GRID = "#D9D9D9", "#BFBFBF"
SLIDE_LINES = (ACCENT, "#9E5E00", MUTED, "#0072B2", WARM, "#36749C", OTHERS, INK)
FORM_OPEN, FORM_HEAD, SHEET_HEAD = "#FFF8DC", "#E8EDF2", "#EDEFF2"


def css_colours() -> str:
    """The palette as variables of a style sheet, each with its twin on a dark ground: `var(--warm)`."""
    named = {
        "ink": INK,
        "muted": MUTED,
        "panel": PANEL,
        "accent": ACCENT,
        "warm": WARM,
        "met": STATUS["met"].colour,
        "slow": STATUS["slow"].colour,
    }
    pairs = {name: (colour, DARK[colour]) for name, colour in named.items()}
    pairs |= {f"found-{kind}": both for kind, both in FOUND.items()}
    said = [f"--{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items()]
    fixed = {"mark": MARK, "good": STATUS["met"].colour, "bad": WARM}
    on_paper = {"ink": INK, "ground": GROUND, "panel": PANEL, "line": LINES, "link": ACCENT}
    fixed |= {f"paper-{name}": colour for name, colour in on_paper.items()}
    said += [f"--{name}: {colour};" for name, colour in fixed.items()]
    return f":root {{ {' '.join(said)} }}"


def sign_in_colours() -> str:
    """The palette of the pages for signing in, which know nothing of the screen's own style."""
    grounds = {"ink": INK, "muted": MUTED, "panel": PANEL, "ground": GROUND, "accent": ACCENT}
    light = grounds | {"line": SIGN_IN_LINE[0], "on-accent": GROUND, "bad": SIGN_IN_BAD[0]}
    dark = {name: DARK[colour] for name, colour in grounds.items()}
    dark |= {"line": SIGN_IN_LINE[1], "on-accent": DARK[GROUND], "bad": SIGN_IN_BAD[1]}
    said = [" ".join(f"--{name}: {one};" for name, one in each.items()) for each in (light, dark)]
    return (
        f":root {{ color-scheme: light dark; {said[0]} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {said[1]} }} }}"
    )


speaks(__name__)
