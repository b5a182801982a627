"""Whom the rules name in many simulated provinces, beside naive rules: python tests/benchmarks/naming.py [PROVINCES]. Writes docs/naming-errors.md."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import simulation  # noqa: E402

HEAD = """# Wrong names and power, measured

Simulated provinces with known truth (`tests/simulation.py`: 200 units in blocks of 5–35, target 80 points and 90 %, noise of 1–3 points a year,
surveys of 15–3,000 forms with rho 0.005), assessed by the ordinary calculation. *Wrong* = share of the names that are wrong; *found* = share of
those truly below (or truly falling) that are named. The naive rules name on the raw figure, or on “lower than last year”.
"""


def main(provinces: int) -> None:
    parts = [HEAD]
    for years, unchanging in (
        (range(2019, 2026), False),
        (range(2019, 2026), True),
        (range(2022, 2026), False),
    ):
        table = simulation.tally(
            [
                simulation.province(1000 + seed, 200, years, unchanging=unchanging)
                for seed in range(provinces)
            ]
        )
        title = f"{len(years)} years, {provinces} provinces{', no true change in any unit' if unchanging else ''}"
        rows = [
            f"| {rule} | {one.named:,.0f} | {one.wrong:.1%} | {one.found:.1%} |"
            for rule, one in zip(table.index, table.itertuples())
        ]
        parts.append(
            "\n".join(
                [
                    f"\n## {title}\n",
                    "| rule | names | wrong | found |",
                    "|---|---|---|---|",
                    *rows,
                    "",
                ]
            )
        )
        print(parts[-1])
    (ROOT / "docs" / "naming-errors.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
