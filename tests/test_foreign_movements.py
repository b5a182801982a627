"""A movement that is not the sample's: no page, paper, slide, deck, letter, form or sign-in page says a word of the sample's."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator

import foreign
import pytest
import screens
import streamlit as st
from pypdf import PdfReader
from reading_screens import failures, nodes, sent
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import main
from dashboard.access.permissions import HERE, may_open
from dashboard.access.visible import Sight
from dashboard.assessment.lineage import memberships
from dashboard.assessment.standing import Records
from dashboard.deck import making
from dashboard.deck.agenda import first_agenda, kinds_of
from dashboard.exports import letter_occasion, letters, naming_letters, pack_files
from dashboard.exports.forms.unit_forms import issued
from dashboard.exports.open_data import data_package
from dashboard.exports.open_data.picture import picture
from dashboard.exports.paper.official import as_word
from dashboard.meeting import open_figures, packs, sealing
from dashboard.plan import clock, load_plan
from dashboard.plan.checks import PlanError
from dashboard.serving import open_description, sign_in_pages, sign_in_provider
from dashboard.ui import frame_menu
from dashboard.ui.frame import MENU
from dashboard.views import plan_words, units_words
from dashboard.views.plan_changes import changed
from dashboard.wording import intake_words, mail_words, meeting_words
from dashboard.wording.outcomes import change_words
from dashboard.writing.nouns import speaking
from data_access.loading import check_files, on_disk
from data_access.store import connect

pytestmark = pytest.mark.slow

FOREIGN = re.compile(
    r"văn hóa công sở|công chức|viên chức|\bUBND|ủy ban nhân dân|Bộ Nội vụ|Tỉnh ủy|HĐND"
    r"|toàn tỉnh|của tỉnh\b(?!, thành phố| thứ)|cả tỉnh(?!, thành phố)|hài lòng|mốc 90|(?-i:Minh Họa)|công sở|tiếp dân|tiếp công dân|một cửa|đeo thẻ",
    re.IGNORECASE,
)
PAGES = [
    name
    for pages in MENU.values()
    for name, _, _ in pages
    if may_open(HERE, name) and name != "satisfaction"
]
"""Every page but that of surveys, which these plans have not: it stands in no menu."""
TODAY = clock.today()


OTHER_SCALE = re.compile(
    r"(?<![\w.,\[])(?:5[6-9]|[6-9]\d),\d+(?![\d,]*\s*%|–\d+,\d+\s*%)|(?<!trên )(?<![\d.,/])(?:5[6-9]|[6-9]\d) điểm|thang (?:điểm )?100|,\d+/100\b|/100 điểm"
)
"""Totals of the provinces are 45 to 55 of 80 points, in per cent 56 to 69: a decimal figure in that range without its sign is of the other scale."""


def on_its_own_scale(plan, text: str) -> None:
    """No total of a movement with points of its own is written of 100."""
    found = OTHER_SCALE.finditer(text) if plan.scale.own else ()
    said = [text[max(0, one.start() - 60) : one.end() + 40] for one in found]
    assert not said, "\n".join(said)


OUR_NOUNS = re.compile(r"(?<!\w)(?:đơn vị|khối)(?!\w)", re.IGNORECASE)
OF_ANY_OFFICE = re.compile(
    r"(?<!\w)(?:đơn vị (?:tính|đo|liên quan|cấp trên|công tác)|thủ trưởng đơn vị)(?!\w)",
    re.IGNORECASE,
)
"""Words of offices that mean no unit of the movement."""
HEADS = re.compile(
    r"Loại đơn vị[,;] Khối(?=[,;])|(?:Mã|Tên|Loại) đơn vị|Khối thi đua|Đơn vị (?:tiền thân|cấp trên)"
    r"|Tổng số, Rất hài lòng, Ngày nộp|Mức độ hài lòng của người dân, tổ chức"
)
"""Heads of files, by which they are read back; what a key of the plan is that was left out."""


def words_of_others(text: str) -> list[str]:
    """Each foreign word with what stands around it."""
    apart = HEADS.sub(_blanked, text)
    found = [*FOREIGN.finditer(apart), *OUR_NOUNS.finditer(OF_ANY_OFFICE.sub(_blanked, apart))]
    return [text[max(0, one.start() - 60) : one.end() + 40] for one in found]


def _blanked(found: re.Match) -> str:
    return " " * len(found[0])


def no_word_of_others(text: str) -> None:
    found = words_of_others(text)
    assert not found, "\n".join(found)


def told(plan, text: str) -> None:
    """What readers of the plan's movement are told: neither words nor a scale of another."""
    no_word_of_others(text)
    on_its_own_scale(plan, text)


@pytest.fixture(scope="module", params=foreign.MAKERS)
def movement(request, tmp_path_factory) -> foreign.Movement:
    return foreign.MAKERS[request.param](tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def with_milestones(tmp_path_factory) -> foreign.Movement:
    """A pack and a deck are of a milestone; the schools' plan has none yet."""
    return foreign.eight(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def fresh_caches(movement):
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(scope="module")
def app(movement, fresh_caches):
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DATABASE_URL", movement.url)
        patched.delenv("DASHBOARD_PLAN", raising=False)
        opened = screens.app()
        opened.query_params["don_vi"] = "T07" if movement.name == "eight" else "S07"
        yield opened.run()


TABS = {
    "meeting": ("hop_tabs", meeting_words.TABS),
    "plan": (
        "plan_tabs",
        plan_words.TABS[:-1],
    ),  # the last compares with the plan that the program brings
    "intake": ("intake_tabs", intake_words.TABS),
    "units": ("units_tabs", units_words.TABS),
}


def everything_of(app, page: str) -> Iterator[AppTest]:
    """The page at each of its tabs, with all that is folded in it unfolded."""
    key, tabs = TABS.get(page, ("", [""]))
    for tab in tabs:
        if tab:
            app.session_state[key] = tab
        shown = app.switch_page(f"../pages/{page}.py").run()
        ids = [str(getattr(getattr(node, "proto", None), "id", "")) for node in nodes(shown._tree)]
        if folds := [one.split("-", 2)[2] for one in ids if one.endswith("_fold")]:
            for fold in folds:
                shown.session_state[fold] = True
            shown = shown.run()
        yield shown


@pytest.mark.parametrize("page", PAGES)
def test_no_page_says_a_word_of_another_movement(app, movement, page):
    for shown in everything_of(app, page):
        assert not failures(shown)
        told(movement.plan, sent(shown))


def office_texts(content: bytes) -> str:
    """All texts in the parts of a Word, PowerPoint or Excel file."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(
            re.sub(r"<[^>]+>", " ", parts.read(name).decode("utf-8"))
            for name in parts.namelist()
            if name.endswith(".xml")
        )


def text_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return office_texts(content)


@pytest.fixture
def in_its_nouns(request):
    """What is made without a screen and a command, in the nouns of the movement."""
    names = [one for one in ("movement", "with_milestones") if one in request.fixturenames]
    with speaking(request.getfixturevalue(names[0]).plan.nouns.spoken):
        yield


@pytest.fixture(scope="module")
def pack(with_milestones):
    plan = with_milestones.plan
    with connect(with_milestones.url) as store, speaking(plan.nouns.spoken):
        return packs.pack(store, plan, plan.milestones[-1].code, TODAY)


@pytest.mark.usefixtures("in_its_nouns")
@pytest.mark.parametrize("ending", pack_files.MAKERS)
def test_no_file_of_a_pack_says_a_word_of_another_movement(with_milestones, pack, ending):
    told(with_milestones.plan, text_of(ending, pack_files.file_of(pack, ending)))


def test_one_group_of_criteria_is_no_slide_and_no_choice_of_the_hall(with_milestones, pack):
    compares = len(with_milestones.plan.groups) > 1
    assert ("groups" in kinds_of(with_milestones.plan)) == compares
    drawn = [one.chart for one in pack.slides if one.chart is not None]
    assert len(drawn) >= 2
    assert [one.title for one in drawn if len(one.categories) < 2] == []


@pytest.mark.usefixtures("in_its_nouns")
def test_no_document_around_the_meeting_says_a_word_of_another_movement(with_milestones, pack):
    for name, content in pack_files.papers_of(pack).items():
        told(with_milestones.plan, name)
        told(with_milestones.plan, text_of(name, content))


@pytest.mark.usefixtures("in_its_nouns")
def test_the_deck_says_no_word_of_another_movement(with_milestones):
    agenda = first_agenda(with_milestones.plan, with_milestones.plan.milestones[-1].code)
    with connect(with_milestones.url) as store:
        figures = making.figures_of(store, with_milestones.plan, agenda, TODAY, False)
    deck = making.deck_from(agenda, figures)
    told(with_milestones.plan, making.file_of(deck))
    told(with_milestones.plan, " ".join(deck.left_out))


@pytest.fixture
def edition_read(with_milestones) -> data_package.Read:
    """The last year, sealed, as the open data gives it."""
    plan = with_milestones.plan
    with connect(with_milestones.url) as store:
        number = sealing.seal(
            store, plan, plan.milestones[-1].code, TODAY, name="Cuối kỳ", who="Lan"
        ).number
        own = next(one for one in sealing.editions(store) if one.number == number)
        return open_figures.read(store, own, Sight())


def test_open_data_say_no_word_of_another_movement_and_have_no_column_of_a_survey(edition_read):
    with zipfile.ZipFile(io.BytesIO(data_package.package(edition_read, None))) as made:
        texts = {name: made.read(name).decode() for name in made.namelist()}
    for text in (*texts.values(), picture(edition_read).decode()):
        told(edition_read.standing.plan, text)
    assert "satisfaction" not in texts["datapackage.json"] + texts["standing.csv"]
    described = json.dumps(open_description.document(), ensure_ascii=False)
    assert not FOREIGN.search(described)  # of the interface, whichever movement is read


@pytest.mark.usefixtures("in_its_nouns")
def test_letters_before_naming_say_no_word_of_another_movement(with_milestones, edition_read):
    plan, reasons = edition_read.standing.plan, edition_read.standing.flags["reason"]
    assert len(reasons)
    about = naming_letters.Told("X1", "Nơi thử", tuple(reasons), TODAY)
    naming = naming_letters.Naming(plan, plan.last_year, TODAY, "bản chốt số 1")
    paper = naming_letters.letter(naming, letter_occasion.usual_sender(plan), about)
    told(plan, office_texts(as_word(paper)))


@pytest.mark.usefixtures("in_its_nouns")
def test_letters_say_no_word_of_another_movement(movement):
    plan = movement.plan
    occasion = letter_occasion.Occasion(plan, plan.reports[0], TODAY, TODAY)
    urged = letters.Urged("X1", "Nơi thử", "Nhóm thử", 21)
    sender = letter_occasion.usual_sender(plan)
    assert sender.office.body == plan.owner
    for paper in (
        letters.letter_to_one(occasion, sender, urged),
        letters.letter_to_all(occasion, sender, [urged]),
    ):
        no_word_of_others(office_texts(as_word(paper)))


@pytest.mark.usefixtures("in_its_nouns")
def test_forms_say_no_word_of_another_movement(movement):
    with connect(movement.url) as store:
        records = Records(**store.load_records(TODAY))
    members = memberships(movement.plan, records.units, records.unit_years)
    unit = members["unit"].iloc[0]
    form, name = issued(movement.plan, members, records.unit_years, movement.year, unit=unit)
    offered = office_texts(form)
    no_word_of_others(f"{name} {offered}")
    if movement.plan.limitations:
        assert "Vệ sinh sân trường" in offered and "Trang phục" not in offered


@pytest.mark.parametrize("asked", ["standing", "flags", "trend --criterion score", "remind"])
def test_the_command_line_says_no_word_of_another_movement(movement, monkeypatch, capsys, asked):
    monkeypatch.setenv("DATABASE_URL", movement.url)
    command, *more = asked.split()
    assert main([command, "--year", str(movement.year), *more]) == 0
    told(movement.plan, capsys.readouterr().out)


@pytest.mark.usefixtures("in_its_nouns")
def test_an_e_mail_comes_from_the_owner_of_the_plan(movement):
    sender = letter_occasion.usual_sender(movement.plan).office.body
    about = {
        "report": "Báo cáo năm",
        "name": "Nơi thử",
        "due": "15/12/2025",
        "today": "20/12/2025",
    }
    body = mail_words.BODY.format(**about, days="5 ngày", sender=sender)
    assert movement.plan.owner in body
    no_word_of_others(f"{mail_words.SUBJECT.format(**about)} {body}")


def test_the_sign_in_page_names_the_movement_of_the_plan(movement):
    with connect(movement.url) as store:
        page = sign_in_pages.sign_in_form(sign_in_provider.about(store), "/")
    assert movement.plan.short_name in page
    no_word_of_others(page)


def named(*lines: str, province: str = "Cả nước"):
    """The plan of the eight dimensions with another province and more keys."""
    text = foreign.EIGHT.replace('"Cả nước"', f'"{province}"')
    return load_plan("\n".join([*lines, text]))


@pytest.mark.parametrize(
    ("province", "whole"),
    [("Cả nước", "Cả nước"), ("Tỉnh A", "Toàn tỉnh"), ("Thành phố B", "Toàn thành phố")],
)
def test_the_whole_is_called_by_its_level_where_the_plan_does_not_say(province, whole):
    assert named(province=province).whole_name == whole
    assert named('whole = "Toàn ngành"', province=province).whole_inside == "toàn ngành"


def test_a_change_of_the_movements_words_is_told_before_it_is_stored():
    before, after = named(), named('whole = "Toàn ngành"', 'chapters = {survey = "Khảo sát"}')
    assert changed(before, after) == [
        "Tên gọi chung của mọi đơn vị: để trống → Toàn ngành.",
        "Tên chương của báo cáo, khảo sát: Mức độ hài lòng của người dân, tổ chức → Khảo sát.",
    ]


def test_a_mistake_in_the_movements_words_is_one_sentence_at_its_key():
    with pytest.raises(PlanError) as refused:
        named("people = 5", 'chapters = {survy = "Khảo sát"}')
    assert refused.value.sentences == [
        "people: phải là chữ đặt trong dấu nháy, không phải “5”.",
        "chapters.survy: không có mục nào tên như vậy; hãy kiểm tra chính tả hoặc bỏ đi.",
    ]


def test_a_pack_of_a_year_without_one_result_or_without_a_milestone_is_refused(tmp_path):
    made = foreign.schools(tmp_path)
    with connect(made.url) as store:
        with pytest.raises(sealing.MeetingError, match="Năm 2026 chưa có kết quả nào"):
            sealing.seal(store, made.plan, "2026", TODAY, name="Thử", who="Lan")
        with pytest.raises(sealing.MeetingError, match="Năm 2025 không có mốc"):
            packs.pack(store, made.plan, "2025", TODAY)


def test_a_milestone_named_with_its_year_bears_the_year_once():
    text = foreign.EIGHT.replace('name = "Giữa kỳ"', 'name = "Giữa kỳ 2021"')
    plan = load_plan(text)
    assert plan.milestones[0].label == "Giữa kỳ 2021"
    assert plan.year_label(2021) == "2021 · Giữa kỳ"


def test_what_a_movement_has_not_stands_in_no_menu(app):
    """Neither surveys nor indices of provinces."""
    shown = [
        name for name in ("satisfaction", "indices", "ranking") if frame_menu.has_to_show(name)
    ]
    assert shown == ["ranking"]


def test_a_file_of_63_units_is_63_new_lines_and_a_new_block_is_a_changed_one(tmp_path):
    made = foreign.eight(tmp_path)
    file, plan = tmp_path / "units.csv", made.plan.as_data()
    lines = file.read_text("utf-8").splitlines()
    with connect(f"sqlite:///{tmp_path / 'empty.sqlite'}") as empty:
        [new] = check_files(empty, plan, on_disk([(file, False)]))
    file.write_text(
        "\n".join([*lines[:1], lines[1].replace("Vùng 2", "Vùng 6"), *lines[2:]]), "utf-8"
    )
    with connect(made.url) as store:
        [again] = check_files(store, plan, on_disk([(file, False)]))
    assert change_words(new.changes) == "63 dòng mới"
    assert change_words(again.changes) == "1 dòng thay đổi và 62 dòng đã có"
