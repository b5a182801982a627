"""Words that every paper shares: quotes, places to fill in, numbers of tables and charts, who issues the report and who gets it."""

from __future__ import annotations

from dashboard.writing.nouns import speaks
from dashboard.writing.quotation import inner_quotes, unquoted

REPORT = "BÁO CÁO"
SYMBOL = "BC"
COPIES = ("Các đơn vị tham gia phong trào", "Lưu: VT")
NOTE = "Ghi chú:"
NO_TEMPLATE = "Tệp mẫu không phải là văn bản Word (.docx) hoặc đã hỏng. Hãy mở bằng Word, lưu lại dạng .docx rồi chọn lại."
TEMPLATE_TOO_LARGE = "Tệp mẫu quá lớn khi mở ra (trên 50 MB). Hãy bớt ảnh trong mẫu rồi chọn lại."
STYLE_KIND = "Trong tệp mẫu, kiểu “{name}” không phải là kiểu đoạn văn (Paragraph). Hãy đổi tên kiểu ấy hoặc đặt lại là kiểu đoạn văn rồi chọn lại."
CONTINUED = "(tiếp theo)"
CONTENTS = "MỤC LỤC"


def numbered_table(place: int, title: str) -> str:
    """The title of the table that comes as number `place` of its paper."""
    return f"Bảng {place}. {title}"


def numbered_chart(place: int, title: str) -> str:
    """The title of the chart that comes as number `place` of its paper."""
    return f"Biểu đồ {place}. {title}"


def quoted(text: str, source: str) -> str:
    """Words of a unit between quotation marks, with where they stand.

    >>> quoted("Một số ít đi làm muộn.", "Sở A, báo cáo năm 2022")
    '“Một số ít đi làm muộn.” (Sở A, báo cáo năm 2022)'
    >>> quoted("“Chi bộ bốn tốt” gắn với “một cửa”", "Sở A")
    '“‘Chi bộ bốn tốt’ gắn với ‘một cửa’” (Sở A)'
    """
    return f"“{inner_quotes(unquoted(text.strip()))}” ({source})"


def question(text: str) -> str:
    """A question to the people who edit the paper, in its box.

    >>> question("Nguồn lực có gì thuận lợi?")
    'Hỏi: Nguồn lực có gì thuận lợi? (Viết câu trả lời vào phần trên rồi xóa khung này.)'
    """
    return f"Hỏi: {text.strip()} (Viết câu trả lời vào phần trên rồi xóa khung này.)"


def key_mark(key: int) -> str:
    """The small number after a sentence that an annex accounts for.

    >>> key_mark(7)
    '\xa0[7]'
    """
    return f"\u00a0[{key}]"


COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"

speaks(__name__)
