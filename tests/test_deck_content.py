"""What a deck says: figures of the standing, short messages, nothing named that is not published, nothing invented where figures are missing."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import decks
import pandas as pd
import pytest
import tiny

import sample_data
from dashboard.deck import html_file, making
from dashboard.deck.agenda import (
    AgendaError,
    Item,
    first_agenda,
    kinds_of,
    problems,
    read,
    word_count,
    written,
)
from dashboard.deck.kinds.slide import hall_name
from dashboard.deck.pictures import Bars, HallTable, Line, Missing, Points
from dashboard.exports.report.chapters.talk import talk
from dashboard.exports.report.pack import SealMark
from dashboard.meeting import sealing
from dashboard.plan import load_plan
from data_access.store import connect

pytestmark = pytest.mark.slow

THREE = tiny.units({"unit": "A", "name": "Sở A tỉnh Thử"}, {"unit": "B"}, {"unit": "C"})
SCORES = tiny.results(
    ("A", "A", 2025, 60),
    ("A", "B", 2025, 30),
    ("B", "A", 2025, 48),
    ("B", "B", 2025, 36),
    ("C", "A", 2025, 30),
    ("C", "B", 2025, 30),
    ("A", "HL", 2025, 92, 100),
    ("B", "HL", 2025, 88, 100),
)


def slides(*items: Item, found=None):
    return making.deck_from(decks.agenda(*items), found or decks.figures(THREE, SCORES)).slides


def test_where_we_stand_counts_the_units_and_their_shares():
    (slide,) = slides(Item(kind="status"))
    assert slide.message == "Một trong ba đơn vị đạt mốc tổng kết 2025", (
        "A has 90 of 100, the milestone asks 85"
    )
    assert [(bar.name, bar.label) for bar in slide.picture.rows] == [
        ("▲ vượt mốc", "1 (33%)"),
        ("▼ chậm", "1 (33%)"),
        ("▼▼ rất chậm", "1 (33%)"),
    ]
    assert slide.notes[-1].startswith("Nguồn:"), "the speaker has the source"


def test_before_a_milestone_units_are_told_against_the_one_ahead():
    early = tiny.results(
        ("A", "A", 2020, 60), ("A", "B", 2020, 30), ("B", "A", 2020, 40), ("B", "B", 2020, 30)
    )
    found = decks.figures(THREE, early, year=2020, milestone="m19")
    status, following = slides(Item(kind="status"), Item(kind="next"), found=found)
    assert status.message == "Năm 2020: một trong ba đơn vị đã đạt mốc sơ kết 2022", (
        "A has 90 of 100, the review asks 76"
    )
    assert following.message.endswith("so với lộ trình đến mốc sơ kết 2022")


def test_the_trend_is_the_middle_of_the_years_and_has_the_milestone_as_its_aim():
    rows = pd.concat(
        [
            SCORES,
            tiny.results(
                ("A", "A", 2024, 50),
                ("A", "B", 2024, 30),
                ("B", "A", 2024, 50),
                ("B", "B", 2024, 20),
                ("C", "A", 2024, 40),
                ("C", "B", 2024, 20),
            ),
        ]
    )
    (slide,) = slides(Item(kind="trend"), found=decks.figures(THREE, rows))
    assert slide.message == "Điểm mức giữa tăng 14,0 điểm từ 2024 đến 2025"
    assert slide.picture.chart.target == 85
    assert "2024 70,0, 2025 84,0" in slide.picture.alt


def test_blocks_have_the_share_that_reaches_the_milestone_best_first():
    found = decks.figures(THREE, SCORES)
    table = found.material.standing.table.assign(block=["Khối 1", "Khối 1", "Khối 2"])
    standing = pd.DataFrame(table)
    material = replace(found.material, standing=_with_table(found.material.standing, standing))
    (slide,) = slides(Item(kind="blocks"), found=found._replace(material=material))
    assert [(bar.name, bar.label) for bar in slide.picture.rows] == [
        ("Toàn tỉnh", "33% · 1/3"),
        ("Khối 1", "50% · 1/2"),
        ("Khối 2", "0% · 0/1"),
    ]
    assert slide.message == "Tỷ lệ đạt mốc cao nhất: Khối 1 (1/2); thấp nhất: Khối 2 (0/1)"


def _with_table(standing, table):
    from dataclasses import replace

    return replace(standing, table=table)


def test_satisfaction_adds_forms_and_chosen_units_have_their_score():
    satisfaction, chosen = slides(Item(kind="satisfaction"), Item(kind="units", units=("B", "A")))
    assert satisfaction.message == "90,0% người được hỏi hài lòng năm 2025", "180 of 200"
    assert chosen.message == "Năm 2025: 1/2 đơn vị được chọn đạt mốc tổng kết 2025"
    assert [
        (bar.name, bar.label, bar.detail, round(bar.share, 3)) for bar in chosen.picture.rows
    ] == [("Sở A tỉnh", "90,0", "▲ vượt mốc", 0.9), ("Đơn vị B", "84,0", "▼ chậm", 0.84)]
    assert chosen.picture.aim == (0.85, "mốc 85 điểm")


@pytest.mark.parametrize(
    ("bands", "stages", "crowned"),
    [
        (("top", "top", "bottom"), ("appraised", "self", "appraised"), ["Sở A tỉnh"]),
        (("not_distinguishable",) * 3, ("appraised",) * 3, None),
        (("top", "middle", "bottom"), ("self",) * 3, None),
    ],
)
def test_nobody_is_crowned_by_the_bare_order_or_by_its_own_scores(bands, stages, crowned):
    found = decks.figures(THREE, SCORES)
    table = found.material.standing.table.assign(band=bands, stage=stages)
    material = replace(found.material, standing=_with_table(found.material.standing, table))
    for item in (Item(kind="leaders"), Item(kind="leaders", block="Khối 1")):
        (slide,) = slides(item, found=found._replace(material=material))
        if crowned is None:
            assert isinstance(slide.picture, Missing)
            assert "chưa phân biệt được" in slide.picture.sentence
        else:
            rows = slide.picture.rows if item.block else slide.picture.table.rows
            assert [row.name if item.block else row[1] for row in rows] == crowned


def test_a_paper_that_leaves_the_house_names_only_whom_a_meeting_published(sample_url):
    plan = load_plan(sample_data.PLAN)
    with connect(sample_url) as store:
        inner, outer = (
            sealing.figures_now(store, plan, "tong_ket_2025", decks.TODAY, inner=one)
            for one in (True, False)
        )
    names = set(inner.material.standing.flags.query("level == 'named'")["unit"])
    assert names and outer.material.standing.flags.query("level == 'named'").empty
    left = outer.material.standing.flags.query("level != 'named'")
    whole = inner.material.standing.flags.query("level != 'named'")
    assert len(left) == len(whole), "nothing else is taken out"
    deck = making.deck_from(first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025"), inner)
    assert deck.foot.startswith("BẢN NỘI BỘ") and "BẢN NỘI BỘ" in deck.seal_line
    assert (
        "NỘI BỘ"
        not in making.deck_from(
            first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025"), outer
        ).foot
    )


def test_what_comes_next_says_what_is_missing():
    (slide,) = slides(Item(kind="next", text="Gửi báo cáo trước 15/12"))
    assert slide.message == "Còn 2 đơn vị chậm hoặc rất chậm so với mốc tổng kết 2025"
    assert slide.picture == Points(
        (
            "Gửi báo cáo trước 15/12",
            "Mức thiếu thường gặp: 13,0 điểm so với mốc.",
            "1 đơn vị chỉ còn thiếu không quá 2 điểm.",
        )
    ), "C lacks 25, B lacks 1"


def test_the_first_agenda_hides_naming():
    assert [item.kind for item in first_agenda(tiny.plan(), "m25").items if item.hidden] == [
        "named"
    ]


def test_who_is_proposed_stands_as_in_the_other_slides_without_whom_the_vote_left_out():
    """Of five members three are for A and five for B, who need seven in ten: B alone is left, the notes say why."""
    law = """[award_law.law]
name = "Luật thử"
[[award_law.titles]]
code = "bk"
name = "Bằng khen"
kind = "form"
bearers = ["collective"]
vote_share = 0.7
"""
    plan, item = load_plan(tiny.PLAN + tiny.REWARDS + law), Item(kind="commended")
    scores = tiny.results(
        ("A", "A", 2025, 60), ("A", "B", 2025, 30), ("B", "A", 2025, 58), ("B", "B", 2025, 36)
    )
    found = decks.figures(THREE, scores, plan=plan, block=None)
    (before,) = slides(item, found=found)
    assert before.message == "Đề nghị khen thưởng 2 tập thể"
    assert before.picture.table.texts == (("Bằng khen", "2", "0"),)
    assert "Chưa ghi số phiếu nào." in before.notes
    sitting = dict(members=5, present=5, issued=5, collected=5, valid=5, invalid=0, reason=None)
    ballots = [
        {"id": number, "milestone": "m25", "unit": unit, "person": None, "form": "Bằng khen"}
        | {"agree": agree, "disagree": 5 - agree}
        for number, (unit, agree) in enumerate({"A": 3, "B": 5}.items())
    ]
    counted = found.material.extras._replace(
        vote_counts=pd.DataFrame([{"id": 1, "milestone": "m25", **sitting}]),
        votes=pd.DataFrame(ballots),
    )
    material = replace(found.material, extras=counted)
    (after,) = slides(item, found=found._replace(material=material))
    assert after.message == "Đề nghị khen thưởng 1 tập thể"
    assert after.picture.table.texts == (("Bằng khen", "1", "0"),)
    assert "Đã kiểm phiếu 2/2: 1 đạt, 1 không đạt." in after.notes
    assert "Sở A" not in " ".join(after.notes)
    told = {one.title: one for one in talk(material)}
    assert told[after.message].table.texts == after.picture.table.texts


def test_a_plan_without_rules_of_proposing_has_no_slide_of_it_and_nobody_proposed_is_told():
    assert "commended" not in kinds_of(tiny.plan())
    plan = load_plan(tiny.PLAN + tiny.REWARDS)
    assert "commended" in [one.kind for one in first_agenda(plan, "m25").items]
    none = decks.figures(THREE, SCORES[SCORES["unit"] == "C"], plan=plan)
    deck = making.deck_from(decks.agenda(Item(kind="commended"), Item(kind="status")), none)
    assert [one.topic for one in deck.slides] == ["So với mốc"]
    assert "Chưa có tập thể nào được đề nghị khen thưởng" in deck.left_out[0]


def test_missing_figures_are_said_in_words_or_left_out_never_drawn_as_zero():
    without = decks.figures(THREE, tiny.results(("A", "A", 2024, 60)))
    made = making.deck_from(decks.agenda(*decks.every_kind(("A",), "Khối 1")), without)
    by_kind = {slide.topic: slide for slide in made.slides}
    for topic in (
        "Mức độ hài lòng",
        "Nhóm tiêu chí",
        "Đơn vị nhóm đầu",
        "Khen thưởng",
        "Đơn vị được chọn",
    ):
        assert isinstance(by_kind[topic].picture, Missing), topic
        assert "hưa" in by_kind[topic].picture.sentence
    assert len(made.left_out) == 4, "examples, naming, proposals and open conclusions"
    assert [bar.label for bar in by_kind["So với mốc"].picture.rows] == ["3 (100%)"], (
        "all three lack figures"
    )


def test_an_aim_is_told_from_what_is_read():
    just = tiny.results(("A", "A", 2025, 50.98), ("A", "B", 2025, 34))
    (slide,) = slides(
        Item(kind="units", units=("A", "B")),
        found=decks.figures(THREE, pd.concat([just, SCORES.query("unit != 'A'")])),
    )
    assert slide.picture.rows[0].label == "84,98", "84,98 of 85 must not read 85,0"


@pytest.fixture(scope="module")
def of_the_sample(sample_url):
    plan = load_plan(sample_data.PLAN)
    with connect(sample_url) as store:
        return sealing.figures_now(store, plan, "tong_ket_2025", decks.TODAY, inner=True)


def test_every_message_of_the_sample_is_short_and_every_slide_is_marked(of_the_sample):
    units = tuple(of_the_sample.material.assessed["unit"].head(6))
    for block in of_the_sample.material.assessed["block"].unique():
        made = making.deck_from(
            decks.agenda(*decks.every_kind(units, block), address="http://10.0.0.5:8501"),
            of_the_sample,
        )
        assert {type(slide.picture) for slide in made.slides} >= {Bars, Line, HallTable, Points}
        assert max(word_count(slide.message) for slide in made.slides) <= 20
    text = making.file_of(made)
    assert (
        text.count('<span class="mark">Số liệu minh họa</span>')
        == len(made.slides)
        == text.count("đến 30/6/2026; số liệu chưa chốt</span>")
    )


def test_only_published_names_stand_on_a_slide(of_the_sample):
    """Even of a material that holds drafts, unless it is the secretariat's own copy."""
    material = replace(of_the_sample.material, inner=False)
    of_the_sample = of_the_sample._replace(material=material)
    flags = material.standing.flags.query("level == 'named'")
    assert flags["unit"].nunique() > 1
    drafts = making.deck_from(decks.agenda(Item(kind="named"), Item(kind="status")), of_the_sample)
    assert drafts.left_out == (
        "Chưa có đơn vị nào được công bố nêu tên (trang Cuộc họp), nên trang “Đơn vị đã công bố nêu tên” được bỏ qua.",
    )
    flag = flags.iloc[0]
    step = {
        "id": 1,
        "unit": flag["unit"],
        "year": 2025,
        "indicator": flag["indicator"],
        "rule": flag["rule"],
        "step": "published",
        "on": dt.date(2026, 6, 1),
        "meeting": "Họp",
        "reason": flag["reason"],
    }
    extras = material.extras._replace(publications=pd.DataFrame([step]))
    (slide,) = slides(
        Item(kind="named"), found=of_the_sample._replace(material=replace(material, extras=extras))
    )
    assert slide.message == "1 đơn vị đã công bố nêu tên vì chắc chắn thấp hơn mốc"
    assert len(slide.picture.table.rows) == 1
    name = material.standing.table.set_index("unit").at[flag["unit"], "name"]
    assert slide.notes[0] == f"{name}: {flag['reason']}"


def test_the_secretariats_own_deck_names_drafts_with_their_state_and_is_marked_on_each_slide(
    of_the_sample,
):
    made = making.deck_from(decks.agenda(Item(kind="named"), Item(kind="status")), of_the_sample)
    named = made.slides[0]
    assert named.message.endswith("thuộc diện nêu tên, kể cả dự thảo")
    assert {row[2] for row in named.picture.table.texts} == {"dự thảo"}
    file = making.file_of(made)
    assert file.count("<span>BẢN NỘI BỘ · ") == len(made.slides)
    assert "BẢN NỘI BỘ, không phát hành" in made.seal_line


def test_the_closing_slide_says_what_by_whom_and_by_when_with_dots_for_what_nobody_said(
    of_the_sample,
):
    agenda = first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025")
    last = making.deck_from(agenda, of_the_sample).slides[-1]
    assert last.message == "Ai làm, việc gì, bao giờ xong"
    texts = last.picture.table.texts
    assert 3 <= len(texts) <= 6
    assert {row[1:] for row in texts} == {("……", "……")}
    assert all(row[0] and ":" not in row[0] for row in texts)
    assert any(texts[0][0] in note for note in last.notes)


def test_a_named_unit_stands_with_its_own_figures_and_not_with_a_phrase(of_the_sample):
    (named, *_) = making.deck_from(decks.agenda(Item(kind="named")), of_the_sample).slides
    whys = [row[1] for row in named.picture.table.texts]
    assert len(set(whys)) == len(whys)
    assert all("điểm" in why or "%" in why for why in whys)


def test_codes_lead_phones_to_the_very_edition_of_the_slide(of_the_sample):
    mark = SealMark("Họp", dt.datetime(2026, 1, 15, 8, 5), "Lan", "ab12", 3)
    sealed = of_the_sample._replace(seal=mark)
    asked = decks.agenda(Item(kind="status", qr=True), address="http://may-chu")
    found = [
        parse_qs(urlsplit(making.deck_from(asked, one).slides[0].address).query).get("an_ban")
        for one in (sealed, of_the_sample)
    ]
    assert found == [["3"], None]


def test_the_counts_on_the_slides_are_those_of_the_standing(of_the_sample):
    made = making.deck_from(
        first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025"), of_the_sample
    )
    table = of_the_sample.material.standing.table
    counts = table[table["assessed"]]["status"].value_counts()
    (status,) = [slide for slide in made.slides if slide.topic == "So với mốc"]
    assert sorted(int(bar.label.split(" ")[0]) for bar in status.picture.rows) == sorted(counts)
    leaders = [
        row
        for slide in made.slides
        if slide.topic == "Đơn vị nhóm đầu"
        for row in getattr(slide.picture, "rows", ())
    ]
    assert len(leaders) == ((table["band"] == "top") & (table["stage"] == "appraised")).sum()


def test_the_file_fetches_nothing_and_only_its_own_script_and_style_may_run(of_the_sample):
    text = making.file_of(
        making.deck_from(first_agenda(load_plan(sample_data.PLAN), "tong_ket_2025"), of_the_sample)
    )
    assert not re.search(
        r"https?://|//[a-z]|\bsrc=|\bhref=|url\(|@import|<link|<img|<iframe|fetch\(|XMLHttpRequest|WebSocket",
        text,
    )
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1)
    assert policy.startswith("default-src 'none'")
    for name, tag in (("script-src", "script"), ("style-src-elem", "style")):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.S).group(1)
        assert (
            f"{name} 'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
            in policy
        )
    assert len(text.encode()) < 300_000


def test_names_from_files_cannot_become_script():
    bad = tiny.units({"unit": "A", "name": "<script>alert(1)</script>\"'&"}, {"unit": "B"})
    text = making.file_of(
        making.deck_from(
            decks.agenda(
                Item(kind="units", units=("A", "B")),
                Item(kind="text", title="</template><script>x</script>", text="</script>"),
            ),
            decks.figures(bad, SCORES.query("unit != 'C'")),
        )
    )
    assert text.count("<script>") == 1 == text.count("</script>")
    assert "&lt;script&gt;alert(1)" in text


def test_the_code_for_phones_leads_to_the_same_chart_and_only_where_it_is_asked_for():
    items = (
        Item(kind="satisfaction", qr=True),
        Item(kind="satisfaction"),
        Item(kind="text", title="Cảm ơn", qr=True),
        Item(kind="units", units=("B",), qr=True),
        Item(kind="leaders", block="Khối 1", qr=True),
    )
    found = making.deck_from(
        decks.agenda(*items, address="https://thidua.example/"), decks.figures(THREE, SCORES)
    )
    year = "nam=2025"
    assert [slide.address for slide in found.slides] == [
        f"https://thidua.example/hai-long?{year}",
        "",
        "",
        f"https://thidua.example/ho-so-don-vi?{year}&don_vi=B",
        f"https://thidua.example/xep-hang?{year}&khoi=khoi-1",
    ]
    assert not any(
        slide.address
        for slide in making.deck_from(decks.agenda(*items), decks.figures(THREE, SCORES)).slides
    ), "without an address nothing can be scanned"
    assert html_file.html_of(found, dt.datetime(2026, 6, 30, 8, 5)).count('class="segno"') == 3


def test_an_agenda_comes_back_as_it_was_kept():
    kept = decks.agenda(*decks.every_kind(("A", "B"), "Khối 1"), theme="dark", seconds=8, seal=3)
    assert read(written(kept)) == kept
    with pytest.raises(AgendaError):
        read('{"items": 3}')


def test_what_must_be_mended_is_told_before_an_agenda_is_used():
    wrong = decks.agenda(
        Item(kind="text"), Item(kind="units"), Item(kind="text", title=" ".join(["chữ"] * 21))
    )
    assert problems(wrong) == [
        "Câu nói chính của trang 3 dài 21 chữ; hãy rút còn tối đa 20 chữ để hàng ghế cuối đọc kịp.",
    ]
    assert problems(decks.agenda(Item(kind="status", hidden=True))) == [
        "Mọi trang đều đang ẩn; hãy để hiện ít nhất một trang."
    ]
    with pytest.raises(AgendaError):
        making.deck_from(wrong, decks.figures(THREE, SCORES))


def test_a_slide_that_is_not_finished_is_left_out_and_told_and_the_others_are_shown():
    begun = decks.agenda(Item(kind="status"), Item(kind="text"), Item(kind="units"))
    deck = making.deck_from(begun, decks.figures(THREE, SCORES))
    assert problems(begun) == [] and {one.entry for one in deck.slides} == {0}
    assert [one.split(" nên")[0] for one in deck.left_out] == [
        "Trang 2 (Lời riêng) chưa có câu nói chính",
        "Trang 3 (Đơn vị được chọn) chưa chọn đơn vị nào",
    ]


def test_agendas_are_kept_under_a_name_with_every_revision(sqlite_store):
    one, other = decks.agenda(Item(kind="status")), decks.agenda(Item(kind="trend"), theme="dark")
    for name, body, in_use in (
        ("Họp A", one, True),
        ("Họp B", other, True),
        ("Họp A", other, True),
        ("Họp B", other, False),
    ):
        sqlite_store.enter("agendas", who="Lan", name=name, body=written(body), in_use=in_use)
    rows = sqlite_store.entered("agendas")
    assert len(rows) == 4, "nothing is overwritten"
    assert making.living(rows)["name"].tolist() == ["Họp A"]
    assert making.named(rows, "Họp A") == other
    with pytest.raises(AgendaError, match=r"tên “Họp B” \(có: Họp A\)"):
        making.named(rows, "Họp B")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ủy ban nhân dân phường 1, thành phố Thử", "Ủy ban nhân dân phường 1"),
        ("Công an thành phố Thử", "Công an thành phố"),
        ("Sở A tỉnh Khác", "Sở A tỉnh Khác"),
    ],
)
def test_the_hall_knows_its_own_province(name, said):
    assert hall_name(name, "Thành phố Thử") == said


def test_a_picture_is_in_the_file_with_its_words_and_an_own_slide_has_its_own_code():
    """The code of an own slide leads where it says; a picture without its words waits, and the others are shown."""
    item = Item(kind="picture", picture="/9j/2Q==", alt='Bộ phận "một cửa"', link="https://vi.du/a")
    thanks = Item(kind="text", title="Cảm ơn", link="https://vi.du/b")
    agenda = decks.agenda(item, thanks, Item(kind="picture", picture="/9j/2Q=="))
    deck = making.deck_from(agenda, decks.figures(THREE, SCORES))
    assert [one.address for one in deck.slides] == ["https://vi.du/a", "https://vi.du/b"]
    assert deck.slides[0].message == 'Bộ phận "một cửa"'
    assert len(deck.left_out) == 1 and "chưa có lời tả ảnh" in deck.left_out[0]
    page = html_file.html_of(deck, dt.datetime(2026, 1, 5, 8, 0))
    assert 'src="data:image/jpeg;base64,/9j/2Q==" alt="Bộ phận &quot;một cửa&quot;"' in page
    assert "default-src 'none'; img-src data:;" in page and read(written(agenda)) == agenda
    for harm in ("<script>", "javascript:alert(1)"):
        with pytest.raises(AgendaError):
            read(written(agenda).replace("/9j/2Q==" if "<" in harm else "https://vi.du/a", harm))


def test_a_hidden_slide_is_not_in_the_deck_and_the_others_keep_their_entries():
    items = (Item(kind="status"), Item(kind="status", hidden=True), Item(kind="opening"))
    deck = making.deck_from(decks.agenda(*items), decks.figures(THREE, SCORES))
    assert {one.entry for one in deck.slides} == {0, 2}
