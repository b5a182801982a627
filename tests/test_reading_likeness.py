"""What clauses resemble: the category where no phrase decides, limitations that no phrase finds, and doubts that are said."""

import pytest

from dashboard.reading.fault_categories import category_names
from dashboard.reading.fault_odds import MAYBE, SURE, odds
from dashboard.reading.folding import fold
from dashboard.reading.labelled_clauses import NONE, labelled_clauses
from dashboard.reading.likeness import likeliest
from dashboard.reading.phrases import any_of, rules
from dashboard.reading.whole_report import read_report
from tests.reports.left_out import batches, measured


def found(sentence, above=""):
    text = f"UBND XÃ TÂN AN\nBÁO CÁO năm 2024\n{above}\n{sentence}\n"
    return [(one["category"], one["doubt"]) for one in read_report(text).as_dict()["limitations"]]


def test_every_labelled_clause_has_a_category_of_the_list_or_none():
    codes = {*category_names(), NONE}
    wrong = [one for one in labelled_clauses() if one.code not in codes or not one.clause.strip()]
    assert wrong == []
    assert {one.code for one in labelled_clauses()} == codes


def test_no_opening_of_a_rule_begins_with_a_shorter_one():
    """The shorter is met first, so the longer says nothing."""
    opens = rules("limitations")["rule_opens"]
    begun = {short: any_of([short]) for short in opens}
    dead = [
        (long, short)
        for long in opens
        for short, pattern in begun.items()
        if long != short and pattern.match(fold(long))
    ]
    assert dead == [] and len(opens) == len(begun)


@pytest.mark.parametrize(
    ("names", "folds", "least"),
    [(slice(None, -9), 3, (0.85, 0.88, 0.9)), (slice(-9, None), 2, (0.75, 0.65, 0.85))],
    ids=["own", "by_another"],
)
def test_batches_told_by_the_others_keep_their_categories_and_their_limitations(
    names, folds, least
):
    """The truth is the batches' own, no clause of a batch teaches what reads it; of the last ones only what looks like a limitation is listed beside the limitations."""
    told = measured(batches()[names], folds)
    assert [share >= bar for share, bar in zip(told, least, strict=True)] == [True] * 3, told


@pytest.mark.parametrize(
    ("clause", "category"),
    [
        ("anh bảo vệ trợn mắt nói trống không với bà cụ hỏi đường", "giao_tiep_ung_xu"),
        ("mạng chập chờn, máy chiếu phòng họp không lên hình", "cong_nghe_thong_tin"),
        ("bác sĩ đi dép lê, áo choàng không cài cúc", "trang_phuc"),
    ],
)
def test_a_clause_without_a_known_phrase_gets_what_it_is_most_like(clause, category):
    assert likeliest(clause).category == category


def test_words_never_seen_are_no_sure_category_and_no_limitation():
    assert not likeliest("xyz qwrt").sure
    assert odds().of("xyz qwrt") < MAYBE


def test_where_a_clause_stands_speaks_for_or_against_a_limitation():
    said = "việc sắp xếp hồ sơ, tài liệu"
    assert odds().of(said, ["tasks"]) < odds().of(said, ["limits"])
    assert odds().of("một số công chức còn đi làm muộn", ["limits"]) >= SURE


def test_cells_under_a_head_that_announces_limits_are_read():
    rows = "Nội dung | Kết quả | Tồn tại\nBài trí | Gọn gàng, sạch sẽ | Tài liệu để chồng chất dưới sàn\nThẻ | Đeo đủ | Không có"
    told = read_report(f"UBND XÃ TÂN AN\nBÁO CÁO năm 2024\n{rows}\n").as_dict()["limitations"]
    assert [one["quote"] for one in told] == ["Tài liệu để chồng chất dưới sàn"]


def test_a_limitation_that_no_phrase_finds_is_told_with_its_doubt():
    assert found("Chú bảo vệ ngủ gật bên cổng.") == [("ky_luat_ky_cuong", None)]
    assert found("Anh bảo vệ bỏ ra sông.") == [("gio_giac_di_muon", "whether")]


def test_a_category_that_is_a_guess_is_said_to_be_one():
    [(_, doubt)] = found("Con đê phía đông chưa đắp.", above="Tồn tại, hạn chế")
    assert doubt == "category"


@pytest.mark.parametrize(
    "sentence",
    [
        "Cán bộ trực quầy giải thích rõ ràng, lịch sự với người dân.",
        "Không sử dụng điện thoại, không nói trống không khi tiếp dân.",
        "Năm tới đơn vị phấn đấu không để dân phải chờ, phải hỏi nhiều lần.",
        "Tăng cường nhắc nhở người bỏ vị trí trực, ngồi quán nước.",
    ],
)
def test_praise_rules_and_tasks_are_not_taken_by_their_words(sentence):
    assert found(sentence) == []


def test_members_of_a_list_without_full_stops_are_no_headings():
    said = "a- nhân viên quầy 3 áo khác màu quy định\nb- khách đợi 70 phút vì thiếu dấu\nc- cửa chính mở muộn"
    quotes = [
        one["quote"]
        for one in read_report(
            f"QUỸ TÍN DỤNG PHÚ LỘC\nBIÊN BẢN năm 2023\nII/ Phát hiện\n{said}\n"
        ).as_dict()["limitations"]
    ]
    assert quotes == [line[3:] for line in said.splitlines()]


def test_a_sentence_that_only_announces_tells_nothing_itself():
    told = found("Song thưa thật, chúng tôi còn mấy điều áy náy. Có hội viên nói năng gay gắt.")
    assert [category for category, _ in told] == ["giao_tiep_ung_xu"]
