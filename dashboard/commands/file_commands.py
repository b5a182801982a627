"""Commands of files: take them in, make the forms, read reports."""

from __future__ import annotations

import argparse
import glob
import sys
from pathlib import Path

from dashboard.assessment.lineage import memberships
from dashboard.assessment.standing import Records
from dashboard.assessment.suspicions import results_of, suspicions
from dashboard.commands.calling import Command, Refused
from dashboard.commands.opened_stores import store
from dashboard.commands.opening import plan_for, written
from dashboard.commands.read_as import as_findings, as_json, found_in, with_unit
from dashboard.exports.forms.unit_forms import issued
from dashboard.plan import Plan, clock
from dashboard.views import intake_reading_words as reading_words
from dashboard.views.intake_reading import lines
from dashboard.views.value_changes import change_lines, changed_values
from dashboard.wording import command_words as words
from dashboard.wording import outcomes
from dashboard.wording.document_words import unreadable
from dashboard.wording.problem_sentences import named, problem_line
from dashboard.wording.suspicion_sentences import TITLE as SUSPICIOUS
from dashboard.wording.suspicion_sentences import line as suspicion_line
from dashboard.writing import formats
from dashboard.writing.nouns import worded
from data_access import loading
from data_access.documents import UnreadableDocumentError
from data_access.intake.codes import QUESTIONS
from data_access.store import Store


def register(command: Command) -> None:
    """The commands of this part, each with its arguments."""
    imported = command("import", do_import, words.HELP_IMPORT)
    imported.add_argument("files", nargs="+", metavar="TỆP")
    imported.add_argument("--check", action="store_true", help=words.HELP_CHECK)
    imported.add_argument("--yes", action="store_true", help=reading_words.HELP_YES)
    imported.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    form = command("template", do_template, words.HELP_TEMPLATE)
    form.add_argument(
        "--year", type=int, required=True, metavar="NĂM", help=words.HELP_TEMPLATE_YEAR
    )
    whom = form.add_mutually_exclusive_group(required=True)
    whom.add_argument("--unit", metavar="MÃ", help=words.HELP_TEMPLATE_UNIT)
    whom.add_argument("--block", metavar=worded("KHỐI"), help=words.HELP_TEMPLATE_BLOCK)
    form.add_argument(
        "--out", type=Path, required=True, metavar="TỆP", help=words.HELP_TEMPLATE_OUT
    )
    read = command("read-report", do_read_report, words.HELP_READ_REPORT)
    read.add_argument("files", nargs="+", metavar="TỆP", help=words.HELP_REPORT_FILES)
    read.add_argument("--format", choices=("text", "json"), default="text", help=words.HELP_FORMAT)
    read.add_argument("--out", type=Path, metavar="TỆP", help=words.HELP_OUT_FILE)


def do_import(asked: argparse.Namespace) -> int:
    opened = store()
    whole = plan_for(asked, opened)
    plan = whole.as_data()
    given = loading.on_disk((Path(name), False) for name in matching(asked.files))
    yes = [(one.name, code) for one in given for code in QUESTIONS] if asked.yes else []
    if asked.check:
        loaded = loading.check_files(opened, plan, given, show_progress, yes)
    else:
        loaded = loading.load_files(
            opened, plan, given, who=asked.who, progress=show_progress, confirmed=yes
        )
    names = opened.load("units").set_index("unit")["name"].to_dict()
    for one in loaded:
        for problem in named(one.problems, whole).itertuples():
            print(problem_line(problem))
        for line in lines(one, names):
            print(f"{one.name}: {line}")
        print(outcomes.outcome(one, asked.check))
    if asked.check:
        show_changes(whole, opened, loaded)
        show_suspicious(whole, opened, loaded)
    if len(loaded) > 1:
        print(outcomes.summary(loaded, asked.check))
    return 1 if any(one.refused for one in loaded) else 0


def show_progress(done: int, of: int, name: str) -> None:
    """A line that is written over on a terminal; nothing elsewhere, where it would fill the log."""
    if sys.stderr.isatty():
        print(
            f"\r\033[K{words.READING.format(share=formats.percent(done / of, 0), file=name)}",
            end="" if done + 1 < of else "\r\033[K",
            file=sys.stderr,
            flush=True,
        )


def show_changes(plan: Plan, opened: Store, checked: list[loading.Loaded]) -> None:
    """Every value in the store that checked files would change: what stands there and since when, what would stand there."""
    names = opened.load("units").set_index("unit")["name"].to_dict()
    for line in change_lines(changed_values(checked, plan, names)):
        print(line)


def show_suspicious(plan: Plan, opened: Store, checked: list[loading.Loaded]) -> None:
    """What in checked files is suspicious though not wrong."""
    found = suspicions(plan, results_of(one.tables for one in checked), opened.load("results"))
    names = opened.load("units").set_index("unit")["name"].to_dict()
    for one in found.itertuples():
        print(f"{SUSPICIOUS}: {suspicion_line(plan, one, names)}")


def do_template(asked: argparse.Namespace) -> None:
    ending = ".xlsx" if asked.unit else ".zip"
    if asked.out.suffix.lower() != ending:
        raise Refused(words.TEMPLATE_ENDING.format(ending=ending, file=asked.out))
    opened = store()
    plan, records = plan_for(asked, opened), Records(**opened.load_records(clock.today()))
    content, units = issued(
        plan,
        memberships(plan, records.units, records.unit_years),
        records.unit_years,
        asked.year,
        unit=asked.unit,
        block=asked.block,
    )
    if not units:
        raise Refused(words.NO_UNITS.format(year=asked.year, asked=asked.unit or asked.block))
    asked.out.write_bytes(content)
    print(words.TEMPLATES_WRITTEN.format(count=units, file=asked.out))


def matching(names: list[str]) -> list[str]:
    """The files that these names and patterns (`*.xlsx`) mean: cmd and PowerShell leave patterns to the program. Raises `Refused`."""
    found = []
    for name in names:
        if not glob.has_magic(name) or Path(name).exists():
            found.append(name)
        elif matches := sorted(glob.glob(name, recursive=True)):
            found += matches
        else:
            raise Refused(words.NO_MATCH.format(pattern=name))
    return found


def do_read_report(asked: argparse.Namespace) -> int:
    """What each report says; one that cannot be read does not keep the others back."""
    opened = store()
    plan = plan_for(asked, opened)
    known = loading.facts_of(opened, plan.as_data())
    names = matching(asked.files)
    found = {}
    for name in names:
        try:
            told = found_in(name, known.plan["criteria"])
            found[name] = told if known.units.empty else with_unit(told, known)
        except UnreadableDocumentError as error:
            print(unreadable(error.code, error.fields), file=sys.stderr)
        except OSError as error:
            lost = isinstance(error, FileNotFoundError)
            print((words.NO_FILE if lost else words.NOT_OPENED).format(file=name), file=sys.stderr)
    if found:
        as_text = as_json if asked.format == "json" else as_findings
        written(as_text(found, plan, alone=len(names) == 1), asked.out)
    return 1 if len(found) < len(names) else 0
