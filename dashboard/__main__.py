"""The same jobs without a screen: python -m dashboard COMMAND. Exit codes: 0 done, 1 refused (the reason on stderr), 2 wrong use."""
from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from pathlib import Path

import pandas as pd

import sample_data
from dashboard import answers, clock, formats, meetings
from dashboard.deck import making
from dashboard.deck.agenda import AgendaError, first_agenda
from dashboard.exports import packing
from dashboard.exports.official import WordTemplateError
from dashboard.exports.templates import issued
from dashboard.plan import Plan, dump_plan, load_plan
from dashboard.plan_checks import PlanError
from dashboard.reading import category_names, read_report
from dashboard.standing import Records, Standing, assess, memberships
from dashboard.suspicions import results_of, suspicions
from dashboard.wording import commands as words
from dashboard.wording.documents import findings, unreadable
from dashboard.wording.problems import problem_line
from dashboard.wording.suspicions import TITLE as SUSPICIOUS
from dashboard.wording.suspicions import line as suspicion_line
from data_access import backup, loading
from data_access.documents import UnreadableDocumentError, read_document
from data_access.store import Store, StoreError, connect


class Refused(Exception):
    """A command that cannot do what was asked; the text says why."""


class Parser(argparse.ArgumentParser):
    """argparse whose mistakes are told in Vietnamese."""

    def error(self, message: str) -> None:
        self.exit(2, words.WRONG_USE.format(detail=message, program=self.prog))


def main(arguments: list[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    try:
        return asked.run(asked) or 0
    except (Refused, AgendaError, meetings.MeetingError, StoreError, WordTemplateError) as error:
        print(words.refusal(error), file=sys.stderr)
    except PlanError as error:
        print(*error.sentences, sep="\n", file=sys.stderr)
    except FileNotFoundError as error:
        print(words.NO_FILE.format(file=error.filename), file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 1


def store() -> Store:
    return connect(os.environ.get("DATABASE_URL"))


def plan_for(asked: argparse.Namespace, opened: Store) -> Plan:
    """The plan to work with: --plan, else DASHBOARD_PLAN, else the store's current one, else the one shipped."""
    path = asked.plan or os.environ.get("DASHBOARD_PLAN")
    if path:
        return load_plan(Path(path))
    kept = opened.current_plan()
    return load_plan(kept.body) if kept else load_plan(sample_data.PLAN)


def standing_for(asked: argparse.Namespace) -> Standing:
    opened = store()
    plan = plan_for(asked, opened)
    year = asked.year or plan.last_year
    if year not in plan.years:
        raise Refused(words.YEAR_OUTSIDE.format(year=year, first=plan.first_year, last=plan.last_year))
    as_of = asked.as_of or clock.today()
    return assess(plan, Records(**opened.load_records(as_of)), year, as_of)


def do_import(asked: argparse.Namespace) -> int:
    opened = store()
    whole = plan_for(asked, opened)
    plan = whole.model_dump()
    given = loading.on_disk((path, False) for path in asked.files)
    if asked.check:
        loaded = loading.check_files(opened, plan, given, show_progress)
    else:
        loaded = loading.load_files(opened, plan, given, who=asked.who, progress=show_progress)
    for one in loaded:
        for problem in one.problems.itertuples():
            print(problem_line(problem))
        print(words.outcome(one, asked.check))
    if asked.check:
        show_suspicious(whole, opened, loaded)
    if len(loaded) > 1:
        print(words.summary(loaded, asked.check))
    return 1 if any(one.refused for one in loaded) else 0


def show_progress(done: int, of: int, name: str) -> None:
    """A line that is written over on a terminal; nothing elsewhere, where it would fill the log."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words.READING.format(share=formats.percent(done / of, 0), file=name)}", end="" if done + 1 < of else "\r\033[K", file=sys.stderr, flush=True)


def show_suspicious(plan: Plan, opened: Store, checked: list[loading.Loaded]) -> None:
    """What in checked files is suspicious though not wrong."""
    found = suspicions(plan, results_of(one.tables for one in checked), opened.load("results"))
    names = opened.load("units").set_index("unit")["name"].to_dict()
    for one in found.itertuples():
        print(f"{SUSPICIOUS}: {suspicion_line(plan, one, names)}")


def do_standing(asked: argparse.Namespace) -> None:
    show(answers.standing_rows(standing_for(asked)), asked.format)


def do_flags(asked: argparse.Namespace) -> None:
    show(answers.flag_rows(standing_for(asked)), asked.format)


def do_trend(asked: argparse.Namespace) -> None:
    standing = standing_for(asked)
    try:
        show(answers.trend_rows(standing, asked.criterion), asked.format)
    except KeyError as error:
        raise Refused(words.NO_CRITERION.format(code=asked.criterion)) from error


def show(rows: pd.DataFrame, form: str) -> None:
    """Rows on standard output as CSV, or as a JSON list with null for what is missing."""
    if form == "json":
        records = rows.astype(object).where(rows.notna(), None).to_dict("records")
        json.dump(records, sys.stdout, ensure_ascii=False, indent=1, default=str)
        print()
    else:
        rows.to_csv(sys.stdout, index=False, lineterminator="\n")


def do_seal(asked: argparse.Namespace) -> None:
    opened = store()
    made = meetings.seal(opened, plan_for(asked, opened), asked.milestone, asked.as_of or clock.today(), name=asked.name, who=asked.who)
    print(words.SEALED.format(number=made.number, name=asked.name, fingerprint=made.fingerprint))


def do_pack(asked: argparse.Namespace) -> None:
    """From the asked seal, else from the milestone's newest one, else (or with --live) from the figures as they are."""
    opened = store()
    number = asked.seal or (None if asked.live else meetings.newest_seal(opened, asked.milestone))
    pack = meetings.pack_of_seal(opened, number) if number else meetings.pack_now(opened, plan_for(asked, opened), asked.milestone, asked.as_of or clock.today())
    used = opened.word_template()
    template = asked.template.read_bytes() if asked.template else used and used.content
    print(*packing.write_files(pack, asked.out, template), pack.seal_line, sep="\n")


def do_deck(asked: argparse.Namespace) -> None:
    """By the asked agenda, else by the one that one begins with; a seal or milestone that is asked for goes before the agenda's own."""
    opened = store()
    plan = plan_for(asked, opened)
    agenda = making.named(opened.entered("agendas"), asked.agenda) if asked.agenda else first_agenda(asked.milestone or plan.milestones[-1].code)
    given = {"milestone": asked.milestone, "seal": asked.seal, "theme": asked.theme}
    agenda = agenda.model_copy(update={name: value for name, value in given.items() if value is not None})
    deck = making.deck_from(agenda, making.figures_of(opened, plan, agenda, asked.as_of or clock.today()))
    asked.out.write_text(making.file_of(deck), encoding="utf-8")
    print(*deck.left_out, words.DECK_WRITTEN.format(slides=len(deck.slides), file=asked.out), sep="\n")


def do_plan(asked: argparse.Namespace) -> None:
    if asked.action == "show":
        print(dump_plan(plan_for(asked, store())), end="")
        return
    if asked.file is None:
        raise Refused(words.PLAN_NEEDS_FILE)
    text = asked.file.read_text(encoding="utf-8-sig")
    plan = load_plan(text)
    if asked.action == "load":
        version = store().save_plan(text, who=asked.who, why=asked.why)
        print(words.PLAN_LOADED.format(version=version, name=plan.name))
    else:
        print(words.PLAN_FINE.format(name=plan.name, criteria=len(plan.criteria), milestones=len(plan.milestones)))


def do_read_report(asked: argparse.Namespace) -> int:
    """What each report says; one that cannot be read does not keep the others back."""
    criteria = plan_for(asked, store()).model_dump()["criteria"]
    found, refused = [], 0
    for name in asked.files:
        try:
            found.append((name, _found_in(name, criteria)))
        except UnreadableDocumentError as error:
            print(unreadable(error.code, error.fields), file=sys.stderr)
            refused += 1
        except OSError as error:
            print(words.NO_FILE.format(file=name) if isinstance(error, FileNotFoundError) else words.NOT_OPENED.format(file=name), file=sys.stderr)
            refused += 1
    if asked.format == "json" and found:
        json.dump(found[0][1] if len(asked.files) == 1 else [{"file": name, **one} for name, one in found], sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif found:
        print("\n".join(findings(name, one, category_names()) for name, one in found))
    return 1 if refused else 0


def _found_in(name: str, criteria: list[dict]) -> dict:
    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    document = read_document(words.PASTED if name == "-" else Path(name).name, content)
    return read_report(document.text, criteria=criteria, places=document.places).as_dict()


def do_template(asked: argparse.Namespace) -> None:
    opened = store()
    plan, records = plan_for(asked, opened), Records(**opened.load_records(clock.today()))
    content, units = issued(plan, memberships(plan, records), records.unit_years, asked.year, unit=asked.unit, block=asked.block)
    if not units:
        raise Refused(words.NO_UNITS.format(year=asked.year, asked=asked.unit or asked.block))
    asked.out.write_bytes(content)
    print(words.TEMPLATES_WRITTEN.format(count=units, file=asked.out))


def do_sample(asked: argparse.Namespace) -> int:
    opened = store()
    if opened.imports().shape[0]:
        raise Refused(words.NOT_EMPTY)
    done = loading.load_files(opened, load_plan(sample_data.PLAN).model_dump(), loading.on_disk(sample_data.files()), who=words.SAMPLE_WHO)
    print(words.SAMPLE_LOADED.format(files=len(done)))
    return 1 if any(one.refused for one in done) else 0


def do_empty(asked: argparse.Namespace) -> None:
    if not asked.yes and input(words.EMPTY_QUESTION).strip().lower() not in ("có", "co", "c", "y", "yes"):
        raise Refused(words.EMPTY_STOPPED)
    store().empty()
    print(words.EMPTIED)


def do_backup(asked: argparse.Namespace) -> None:
    backup.backup(store(), asked.file)
    print(words.BACKED_UP.format(file=asked.file))


def do_restore(asked: argparse.Namespace) -> None:
    backup.restore(store(), asked.file, force=asked.force)
    print(words.RESTORED.format(file=asked.file))


def parser() -> Parser:
    top = Parser(prog="python -m dashboard", description=words.ABOUT)
    commands = top.add_subparsers(required=True, metavar="LỆNH", parser_class=Parser)

    def command(name: str, run, help_: str) -> Parser:
        made = commands.add_parser(name, help=help_, description=help_)
        made.set_defaults(run=run)
        made.add_argument("--plan", type=Path, metavar="TỆP", help=words.HELP_PLAN)
        return made

    imported = command("import", do_import, words.HELP_IMPORT)
    imported.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    imported.add_argument("--check", action="store_true", help=words.HELP_CHECK)
    imported.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    for name, run, help_ in (("standing", do_standing, words.HELP_STANDING), ("flags", do_flags, words.HELP_FLAGS), ("trend", do_trend, words.HELP_TREND)):
        asked = command(name, run, help_)
        asked.add_argument("--year", type=int, metavar="NĂM", help=words.HELP_YEAR)
        asked.add_argument("--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF)
        asked.add_argument("--format", choices=("csv", "json"), default="csv", help=words.HELP_FORMAT)
        if name == "trend":
            asked.add_argument("--criterion", required=True, metavar="MÃ", help=words.HELP_CRITERION)
    planned = command("plan", do_plan, words.HELP_PLANS)
    planned.add_argument("action", choices=("check", "load", "show"), help=words.HELP_PLAN_ACTION)
    planned.add_argument("file", nargs="?", type=Path, metavar="TỆP")
    planned.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    planned.add_argument("--why", default="nạp từ tệp", metavar="LÝ DO", help=words.HELP_WHY)
    read = command("read-report", do_read_report, words.HELP_READ_REPORT)
    read.add_argument("files", nargs="+", metavar="TỆP", help=words.HELP_REPORT_FILES)
    read.add_argument("--format", choices=("text", "json"), default="text", help=words.HELP_FORMAT)
    sealed, packed = command("seal", do_seal, words.HELP_SEAL), command("pack", do_pack, words.HELP_PACK)
    for asked in (sealed, packed):
        asked.add_argument("--milestone", required=True, metavar="MÃ", help=words.HELP_MILESTONE)
        asked.add_argument("--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF)
    sealed.add_argument("--name", required=True, metavar="TÊN", help=words.HELP_SEAL_NAME)
    sealed.add_argument("--who", default="dòng lệnh", metavar="NGƯỜI", help=words.HELP_WHO)
    packed.add_argument("--out", required=True, type=Path, metavar="THƯ MỤC", help=words.HELP_OUT)
    packed.add_argument("--seal", type=int, metavar="SỐ", help=words.HELP_SEAL_NUMBER)
    packed.add_argument("--template", type=Path, metavar="TỆP", help=words.HELP_WORD_TEMPLATE)
    packed.add_argument("--live", action="store_true", help=words.HELP_LIVE)
    shown = command("deck", do_deck, words.HELP_DECK)
    shown.add_argument("--milestone", metavar="MÃ", help=words.HELP_MILESTONE)
    shown.add_argument("--out", required=True, type=Path, metavar="TỆP", help=words.HELP_DECK_OUT)
    shown.add_argument("--agenda", metavar="TÊN", help=words.HELP_AGENDA)
    shown.add_argument("--seal", type=int, metavar="SỐ", help=words.HELP_DECK_SEAL)
    shown.add_argument("--theme", choices=("light", "dark"), help=words.HELP_THEME)
    shown.add_argument("--as-of", type=dt.date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help=words.HELP_AS_OF)
    form = command("template", do_template, words.HELP_TEMPLATE)
    form.add_argument("--year", type=int, required=True, metavar="NĂM", help=words.HELP_TEMPLATE_YEAR)
    whom = form.add_mutually_exclusive_group(required=True)
    whom.add_argument("--unit", metavar="MÃ", help=words.HELP_TEMPLATE_UNIT)
    whom.add_argument("--block", metavar="KHỐI", help=words.HELP_TEMPLATE_BLOCK)
    form.add_argument("--out", type=Path, required=True, metavar="TỆP", help=words.HELP_TEMPLATE_OUT)
    command("sample", do_sample, words.HELP_SAMPLE)
    command("empty", do_empty, words.HELP_EMPTY).add_argument("--yes", action="store_true", help=words.HELP_YES)
    command("backup", do_backup, words.HELP_BACKUP).add_argument("file", type=Path, metavar="TỆP")
    restored = command("restore", do_restore, words.HELP_RESTORE)
    restored.add_argument("file", type=Path, metavar="TỆP")
    restored.add_argument("--force", action="store_true", help=words.HELP_FORCE)
    return top


if __name__ == "__main__":
    sys.exit(main())
