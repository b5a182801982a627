"""Whether the tests notice when a rule, a formula or a right is wrong: each is broken in a copy of the project, one at a time.

    python tests/benchmarks/mutations.py            all of them; exit 1 if one is not noticed
    python tests/benchmarks/mutations.py wilson     those whose name holds a word

The last whole look found two that nothing noticed (another site's connection, which Streamlit refuses as well, and a hidden slide); each has its test since.
A mutation names the text to break, not its file: the text must stand in exactly one place of the program, so a file may move.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("dashboard", "data_access", "pages")
COPIED = (*PARTS, "sample_data", "tests", ".streamlit", "deploy", "pyproject.toml")
FAST = "not browser and not postgres and not slow"


class Mutation(NamedTuple):
    """`old` becomes `new`; the `tests` (files of `tests/`) must fail then. `kinds`: which of their tests run."""

    name: str
    old: str
    new: str
    tests: str
    kinds: str = FAST


MUTATIONS = (
    # the milestones
    Mutation(
        "a score on the target has met it",
        '(value >= goal.value - SLACK, "met"),',
        '(value > goal.value + SLACK, "met"),',
        "test_milestones",
    ),
    Mutation(
        "a milestone counts from its day on",
        "return milestone.year <= year and milestone.due <= as_of",
        "return milestone.year <= year",
        "test_milestones test_standing",
    ),
    Mutation(
        "points needed a year are shared by the years left",
        "/ (goal.year - year),",
        "/ (goal.year - year + 1),",
        "test_milestones",
    ),
    Mutation(
        "few respondents decide nothing",
        '(surveyed["respondents"].to_numpy(float) < limits.min_respondents),',
        '(surveyed["respondents"].to_numpy(float) < 0),',
        "test_milestones",
    ),
    # scores and ranks
    Mutation(
        "a missing criterion is no zero",
        'scores["score_low"].where((weight - have).abs() < 1e-9)',
        'scores["score_low"]',
        "test_standing",
    ),
    Mutation(
        "the very satisfied are added where they stand beside",
        "np.where(inside == 0, x + v,",
        "np.where(inside == 0, x,",
        "test_inference_counts",
    ),
    Mutation(
        "equal scores share the better rank",
        "opens_tie[1:] |= value[:-1] - value[1:] > SLACK",
        "opens_tie[1:] |= value[:-1] - value[1:] > -SLACK",
        "test_inference_ranks",
    ),
    # inference
    Mutation(
        "the interval of a rate is Wilson's",
        "np.sqrt(rate * (1 - rate) / n + z**2 / (4 * n**2))",
        "np.sqrt(rate * (1 - rate) / n)",
        "test_inference_rates",
    ),
    Mutation(
        "wrong names are held to a share of the list",
        "stepped = ps[order] * (len(ps) / np.arange(len(ps), 0, -1))",
        "stepped = ps[order]",
        "test_inference_discovery",
    ),
    # flags, naming, reports
    Mutation(
        "on the target nothing is missed",
        'progress["value"].to_numpy(float) < progress["due_target"].to_numpy(float) - SLACK',
        'progress["value"].to_numpy(float) <= progress["due_target"].to_numpy(float)',
        "test_standing",
    ),
    Mutation(
        "a unit may answer until the last day",
        "(READY if answered or today > until else WAITING)",
        "(READY if answered or today >= until else WAITING)",
        "test_publication",
    ),
    Mutation(
        "a report on the day itself is on time",
        "submitted.notna() & (submitted <= due)",
        "submitted.notna() & (submitted < due)",
        "test_standing test_views_filings",
    ),
    Mutation(
        "a fall that the total shows is told once",
        'units = units.drop(falling_total(case).index, errors="ignore")',
        "units = units.drop([])",
        "test_kept_criteria",
    ),
    Mutation(
        "a changed copy of a plan has its own scale",
        'copied.__dict__.pop("_own_scales", None)',
        'copied.__dict__.get("_own_scales")',
        "test_scale",
    ),
    # rights
    Mutation(
        "only the keeper empties the store",
        '"empty": KEEPER,',
        '"empty": EVERYBODY,',
        "test_permissions",
    ),
    Mutation(
        "a unit acts for itself alone",
        "bool(held and (unit is None or unit == person.unit))",
        "bool(held)",
        "test_permissions",
    ),
    Mutation(
        "a draft is seen by nobody outside the secretariat",
        'newest["step"].isin([PUBLISHED] if sight.unit is None else [PUBLISHED, NOTIFIED])',
        'newest["step"].notna()',
        "test_sight",
    ),
    Mutation(
        "a year withdrawn is no longer seen",
        'newest[newest["step"] == PUBLISHED].itertuples(index=False)',
        "newest.itertuples(index=False)",
        "test_sight test_publication",
    ),
    Mutation(
        "who imports results may not change the units",
        '"change_units" if OF_UNITS & tables or beside else "import"',
        '"change_units" if beside else "import"',
        "test_door",
    ),
    Mutation(
        "a password tried too often is locked",
        "locked_until=now() + waits.wait_after(failures)",
        "locked_until=None",
        "test_accounts",
    ),
    Mutation(
        "a password costs work",
        "HASHER = PasswordHasher()",
        "HASHER = PasswordHasher(time_cost=1)",
        "test_accounts",
    ),
    Mutation(
        "somebody who keeps accounts is always left",
        'if kept and not has_keeper(connection):\n            raise AccountError("account_last_keeper", name=name)\n        if action in',
        "if action in",
        "test_accounts",
    ),
    Mutation(
        "a form sent from elsewhere does nothing",
        "return same_origin(request.headers)",
        "return True",
        "test_gate",
        "slow and not browser",
    ),
    Mutation(
        "a connection from elsewhere is not opened",
        'return bool(place) and place == headers.get("host")',
        "return True",
        "test_gate",
        "slow and not browser",
    ),
    # the store and the seal
    Mutation(
        "who decides on an older state is told so",
        "(newest := last_change(connection)) != seen",
        "(newest := last_change(connection)) < seen",
        "test_loading",
    ),
    Mutation(
        "an undone import counts no more",
        ".where(same_key(record, newer.c, table.c), ~imports.c.undone)",
        ".where(same_key(record, newer.c, table.c))",
        "test_store_revisions",
    ),
    Mutation(
        "a seal that was touched is refused",
        "if hashlib.sha256(text).hexdigest() != fingerprint:",
        "if not text:",
        "test_seals",
    ),
    # what comes in, what goes out
    Mutation(
        "more than the maximum is an error",
        'if value > planned + _SLACK and not entry.rule["bonus"]:',
        'if value > 2 * planned and not entry.rule["bonus"]:',
        "test_intake_results",
    ),
    Mutation(
        "a point between three digits is asked about",
        'if not _GROUPS.fullmatch(digits) or unit in ("%", "points"):',
        "if not _GROUPS.fullmatch(digits):",
        "test_intake_numbers",
    ),
    Mutation(
        "a half is rounded up",
        "rounding=ROUND_HALF_UP",
        'rounding="ROUND_HALF_EVEN"',
        "test_formats",
    ),
    Mutation(
        "a hidden slide is not shown",
        "if item.hidden:",
        "if not item:",
        "test_deck_content",
        "slow and not browser",
    ),
    Mutation(
        "the core does not know the screen",
        "SLACK = 1e-9\n\n\n@dataclass(frozen=True)\nclass Goal:",
        "import streamlit\n\nSLACK = 1e-9 * bool(streamlit)\n\n\n@dataclass(frozen=True)\nclass Goal:",
        "test_layers",
    ),
)


def copied(folder: Path) -> Path:
    """A copy of the project that may be broken."""
    for part in COPIED:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    return folder


def place_of(text: str, root: Path) -> Path:
    """The one file of the program in which a text stands, once. Raises LookupError where it stands nowhere or twice."""
    files = [one for part in PARTS for one in (root / part).rglob("*.py")]
    found = [(one, one.read_text("utf-8").count(text)) for one in files]
    places = [(one, times) for one, times in found if times]
    if [times for _, times in places] != [1]:
        raise LookupError(f"stands in {len(places)} files, once in one is needed: {text}")
    return places[0][0]


def noticed(mutation: Mutation, root: Path) -> bool:
    """Whether a test fails on the broken copy; the copy is whole again afterwards. Raises RuntimeError where no test ran."""
    place = place_of(mutation.old, root)
    whole = place.read_text("utf-8")
    place.write_text(whole.replace(mutation.old, mutation.new), "utf-8")
    try:
        answer = tried(mutation.tests.split(), mutation.kinds, root)
    finally:
        place.write_text(whole, "utf-8")
    if answer not in (0, 1):
        raise RuntimeError(f"pytest ran no test of “{mutation.name}”: it ended with {answer}")
    return answer == 1


def tried(tests: list[str], kinds: str, root: Path) -> int:
    """What pytest answers: 0 all passed, 1 some failed, else it could not run."""
    files = [f"tests/{one}.py" for one in tests]
    options = ["-n", "0", "-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", *options, "-m", kinds, *files],
        cwd=root,
        capture_output=True,
    ).returncode


def main(words: list[str]) -> int:
    chosen = [one for one in MUTATIONS if all(word in one.name for word in words)]
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder))
        for mutation in chosen:
            seen = noticed(mutation, root)
            missed += [] if seen else [mutation.name]
            print("noticed " if seen else "MISSED  ", mutation.name, mutation.tests, flush=True)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
