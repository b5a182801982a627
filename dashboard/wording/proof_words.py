"""What the proof of the chain says, on the page Nhật ký and on the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard.writing import formats

HELP = "kiểm chứng nhật ký, các bản chốt và tệp gốc chưa bị sửa"
BUTTON = "Kiểm chứng ngay"
HOLDS = "Nguyên vẹn: {entries} trong nhật ký, {seals} và {files} đúng như khi ghi."
BROKEN = "Không còn nguyên vẹn, {faults}:"
HEADS = "Đầu chuỗi nhật ký {journal}; đầu chuỗi bản chốt {seals}. Đối chiếu với đầu chuỗi in ở cuối báo cáo đã chốt."
EMPTY_HEAD = "chưa có"
FAULTS = {
    "journal_broken": "Chuỗi nhật ký đứt ở dòng số {number} ({who}, {at}): dòng này hoặc dòng ngay trước đã bị sửa, thêm hoặc xóa.",
    "seal_broken": "Chuỗi bản chốt đứt ở bản số {number} ({who}, {at}): bản này hoặc bản ngay trước đã bị sửa, thêm hoặc xóa.",
    "seal_changed": "Số liệu của bản chốt số {number} không khớp vân tay: nội dung đã bị sửa hoặc hỏng.",
    "seal_missing": "Nhật ký ghi có bản chốt số {number} nhưng kho không còn đúng bản đó.",
    "seal_unanchored": "Bản chốt số {number} gắn với một dòng nhật ký không còn trong kho.",
    "file_changed": "Tệp gốc “{name}” không khớp vân tay: nội dung đã bị sửa hoặc hỏng.",
    "file_missing": "Lần nhập số {number} không còn tệp gốc “{name}” trong kho.",
}
CURE = "Hãy giữ nguyên kho, đối chiếu với bản sao lưu gần nhất và báo người phụ trách."


class Fault(Protocol):
    code: str
    fields: dict


class Proof(Protocol):
    entries: int
    seals: int
    files: int
    journal_head: str
    seal_head: str
    faults: Sequence[Fault]


def lines(proof: Proof) -> list[str]:
    """The proof in sentences: whether all holds, else what does not and what to do; last the heads of the chains."""
    heads = HEADS.format(
        journal=proof.journal_head[:16] or EMPTY_HEAD, seals=proof.seal_head[:16] or EMPTY_HEAD
    )
    if not proof.faults:
        said = HOLDS.format(
            entries=formats.count(proof.entries, "dòng"),
            seals=formats.count(proof.seals, "bản chốt"),
            files=formats.count(proof.files, "tệp gốc"),
        )
        return [said, heads]
    found = [_fault(one) for one in proof.faults]
    return [BROKEN.format(faults=formats.count(len(found), "chỗ")), *found, CURE, heads]


def _fault(fault: Fault) -> str:
    fields = dict(fault.fields)
    if "at" in fields:
        fields["at"] = f"{fields['at']:%H:%M} ngày {formats.date(fields['at'])} UTC"
    return FAULTS[fault.code].format(**fields)
