"""What the proof of the chain says, on the page Nhật ký and on the command line alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from dashboard.writing import formats

HELP = "kiểm chứng nhật ký, các bản chốt và tệp gốc chưa bị sửa"
BUTTON = "Kiểm chứng ngay"
HOLDS = "Nguyên vẹn: {entries} trong nhật ký, {seals} và {files} đúng như khi ghi."
BROKEN = "Không còn nguyên vẹn, {faults}:"
HEADS = "Đầu chuỗi nhật ký {journal}; đầu chuỗi bản chốt {seals}. Đối chiếu với đầu chuỗi in ở cuối báo cáo đã chốt."
EMPTY_HEAD = "chưa có"
RECODED = "Dòng số {number} ({who}, {at}): tên người ở các dòng trước đó đã được thay bằng mã một lần, hai chuỗi được lập lại. Đầu chuỗi nhật ký từ {journal_before} thành {journal_after}; đầu chuỗi bản chốt từ {seals_before} thành {seals_after}. Báo cáo in trước lúc ấy: đối chiếu bằng vân tay số liệu, hoặc bằng bản sao lưu lập trước đó ({backups})."
NO_BACKUPS = "lúc ấy không có bản nào trong thư mục sao lưu"
NOBODY = "phần mềm"
FAULTS = {
    "journal_broken": "Chuỗi nhật ký đứt ở dòng số {number} ({who}, {at}): dòng này hoặc dòng ngay trước đã bị sửa, thêm hoặc xóa.",
    "seal_broken": "Chuỗi bản chốt đứt ở bản số {number} ({who}, {at}): bản này hoặc bản ngay trước đã bị sửa, thêm hoặc xóa.",
    "seal_changed": "Số liệu của bản chốt số {number} không khớp vân tay: nội dung đã bị sửa hoặc hỏng.",
    "seal_missing": "Nhật ký ghi có bản chốt số {number} nhưng kho không còn đúng bản đó.",
    "seal_unanchored": "Bản chốt số {number} gắn với một dòng nhật ký không còn trong kho.",
    "names_changed": "Dòng số {number} ({who}, {at}) ghi việc thay tên cũ bằng mã, nhưng các dòng trước đó không còn như lúc ấy: đã bị sửa, thêm hoặc xóa.",
    "file_changed": "Tệp gốc “{name}” không khớp vân tay: nội dung đã bị sửa hoặc hỏng.",
    "file_missing": "Lần nhập số {number} không còn tệp gốc “{name}” trong kho.",
}
CURE = "Hãy giữ nguyên kho, đối chiếu với bản sao lưu gần nhất và báo người phụ trách."


class Fault(Protocol):
    code: str
    fields: dict


class Recoded(Protocol):
    number: int
    at: dt.datetime
    who: str | None
    detail: Mapping[str, str]


class Proof(Protocol):
    entries: int
    seals: int
    files: int
    journal_head: str
    seal_head: str
    faults: Sequence[Fault]
    recoded: Sequence[Recoded]


def lines(proof: Proof) -> list[str]:
    """The proof in sentences: whether all holds, else what does not and what to do; last the heads of the chains, and the entries since which they have others."""
    heads = HEADS.format(
        journal=proof.journal_head[:16] or EMPTY_HEAD, seals=proof.seal_head[:16] or EMPTY_HEAD
    )
    if not proof.faults:
        said = HOLDS.format(
            entries=formats.count(proof.entries, "dòng"),
            seals=formats.count(proof.seals, "bản chốt"),
            files=formats.count(proof.files, "tệp gốc"),
        )
        return [said, heads, *map(_recoded, proof.recoded)]
    found = [_fault(one) for one in proof.faults]
    return [
        BROKEN.format(faults=formats.count(len(found), "chỗ")),
        *found,
        CURE,
        heads,
        *map(_recoded, proof.recoded),
    ]


def _recoded(one: Recoded) -> str:
    heads = {
        name: str(one.detail[name])[:16] or EMPTY_HEAD
        for name in ("journal_before", "journal_after", "seals_before", "seals_after")
    }
    return RECODED.format(
        number=one.number,
        who=one.who or NOBODY,
        at=_moment(one.at),
        backups=one.detail["backups"] or NO_BACKUPS,
        **heads,
    )


def _moment(at: dt.datetime) -> str:
    return f"{at:%H:%M} ngày {formats.date(at)} UTC"


def _fault(fault: Fault) -> str:
    fields = dict(fault.fields)
    if "at" in fields:
        fields["at"] = _moment(fields["at"])
    return FAULTS[fault.code].format(**fields)
