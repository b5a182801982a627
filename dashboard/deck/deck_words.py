"""Words of the deck for the hall and of the page Trình chiếu."""

from __future__ import annotations

from dashboard.writing.columns import Column
from dashboard.writing.nouns import speaks

# Chương trình
KINDS = {
    "opening": "Mở đầu",
    "status": "So với mốc",
    "trend": "Xu hướng đến mốc",
    "blocks": "Các khối, cụm",
    "satisfaction": "Mức độ hài lòng",
    "groups": "Nhóm tiêu chí",
    "reports": "Gửi báo cáo đúng hạn",
    "leaders": "Đơn vị nhóm đầu",
    "units": "Đơn vị được chọn",
    "examples": "Cách làm hay",
    "named": "Đơn vị đã công bố nêu tên",
    "awards": "Khen thưởng",
    "commended": "Đề nghị khen thưởng",
    "next": "Việc tiếp theo",
    "open": "Kết luận còn mở",
    "tasks": "Ai, việc gì, bao giờ",
    "text": "Lời riêng",
    "picture": "Ảnh",
}
NOT_AN_AGENDA = (
    "Chương trình trình chiếu đã lưu không đọc được; hãy lập lại từ chương trình mặc định."
)
NOTHING_SHOWN = "Mọi trang đều đang ẩn; hãy để hiện ít nhất một trang."
TITLE_LONG = "Câu nói chính của trang {place} dài {words} chữ; hãy rút còn tối đa {most} chữ để hàng ghế cuối đọc kịp."
NO_AGENDA = "Chưa có chương trình nào tên “{name}” (có: {known})."
NONE_KEPT = "chưa lưu chương trình nào"

# Trên trang chiếu
SAMPLE, FOOT = "Số liệu minh họa", "Nguồn: đơn vị, hội đồng thẩm định; đến {as_of}; {edition}"
INNER_FOOT, NAMED_INNER = "BẢN NỘI BỘ · {foot}", "{units} thuộc diện nêu tên, kể cả dự thảo"
MADE, CONTINUED = "{time} ngày {day}", "(tiếp)"
STATUS, STATUS_AHEAD = "{said} đạt mốc {aim}", "Năm {year}: {said} đã đạt mốc {aim}"
OF_BLOCK = "{block}: {said}"
NO_TARGET = "Năm {year} chưa đặt mốc cho tổng điểm; mức giữa là {value}"
UNITS_NOUN, APART = "{count} ({share})", "trong đó {own} mới tự chấm"
BLOCKS_BOTH = "Tỷ lệ đạt mốc cao nhất: {best}; thấp nhất: {worst}"
BLOCKS_HALF = "{part}/{whole} khối, cụm có ít nhất một nửa số đơn vị đạt mốc"
BLOCKS_SCORES = "Điểm mức giữa của {count} khối, cụm năm {year}"
REACHED = "{share} · {part}/{whole}"
LEADERS = "{units} thuộc nhóm đầu của {blocks} khối, cụm năm {year}"
LEADERS_BLOCK = "{units} thuộc nhóm đầu, {block}, năm {year}"
LEADERS_CLOSE = "Chỉ nêu đơn vị đã thẩm định mà xếp hạng phân biệt được là ở nhóm đầu; khối khác chưa phân biệt được, xem trang Xếp hạng."
OWN_SCORES = "chưa thẩm định đủ, hạng tạm"
UNIT = "{name}: {score}"
UNIT_TARGET = "{name}: {score}, {status} {target}"
CHOSEN = "Năm {year}: {part}/{whole} đơn vị được chọn đạt mốc {aim}"
CHOSEN_PLAIN = "Điểm năm {year} của {count} đơn vị được chọn"
EXAMPLES = "Cách làm hay từ các đơn vị nhóm đầu"
NAMED = "{units} đã công bố nêu tên vì chắc chắn thấp hơn mốc"
AWARDS = "{collectives} lượt tập thể, {individuals} lượt cá nhân được khen thưởng, {years}"
NEXT = "Còn {units} chậm hoặc rất chậm so với {aim}"
NEXT_NONE = "Không còn đơn vị nào chậm hoặc rất chậm so với {aim}"
AIM, AIM_AHEAD = "mốc {aim}", "lộ trình đến mốc {aim}"
NEXT_UNKNOWN = "Việc tiếp theo của phong trào"
NEXT_NEEDED = "Mức thiếu thường gặp: {points} so với mốc."
NEXT_NEAR = "{units} chỉ còn thiếu không quá {points}."
NEXT_UNSURE = "{units} chưa đủ dữ liệu để kết luận."
NEXT_MILESTONE = "Mốc kế tiếp: {name}, hạn {due}: {asks}."
NEXT_OPEN = "{items} của các kỳ họp trước còn đang thực hiện."
_LENT = Column("Tập thể", "count", width=5), Column("Cá nhân", "count", width=5)
TABLES = {
    "leaders": (
        Column("Khối, cụm", width=44),
        Column("Đơn vị", width=56),
        Column("Điểm", "score", width=16),
    ),
    "examples": (Column("Đơn vị", width=4), Column("Mô hình, cách làm hay", width=6)),
    "named": (
        Column("Đơn vị", width=5),
        Column("Khối, cụm", width=3),
        Column("Kết quả thấp hơn mốc", width=4),
    ),
    "named_inner": (
        Column("Đơn vị", width=5),
        Column("Kết quả thấp hơn mốc", width=4),
        Column("Nêu tên", width=3),
    ),
    "awards": (Column("Hình thức", width=16), *_LENT),
    "commended": (Column("Hình thức đề nghị", width=13), *_LENT),
    "tasks": (
        Column("Việc", width=8),
        Column("Ai làm", width=3),
        Column("Xong trước ngày", width=3),
    ),
    "open": (
        Column("Đơn vị", width=4),
        Column("Việc", width=6),
        Column("Ai làm", width=3),
        Column("Hạn", "date", width=3),
    ),
}
MISSING = {
    "status": "Chưa có đơn vị nào được đánh giá năm {year}.",
    "trend": "Chưa có điểm của các năm để vẽ xu hướng.",
    "blocks": "Chưa có đơn vị nào được đánh giá năm {year}.",
    "satisfaction": "Chưa có số liệu khảo sát mức độ hài lòng.",
    "groups": "Năm {year} chưa đủ hai nhóm tiêu chí có điểm để so sánh.",
    "reports": "Kế hoạch không đặt hạn báo cáo trong năm {year}.",
    "leaders": "Năm {year} chưa phân biệt được đơn vị nào ở nhóm đầu bằng điểm đã thẩm định.",
    "units": "Các đơn vị được chọn chưa có điểm năm {year}.",
    "awards": "Chưa có số liệu khen thưởng trong giai đoạn.",
}
LEFT_OUT = {
    "named": "Chưa có đơn vị nào được công bố nêu tên (trang Cuộc họp), nên trang “{kind}” được bỏ qua.",
    "examples": "Chưa có cách làm hay nào của đơn vị nhóm đầu, nên trang “{kind}” được bỏ qua.",
    "commended": "Chưa có tập thể nào được đề nghị khen thưởng, nên trang “{kind}” được bỏ qua.",
    "open": "Không có kết luận nào còn mở, nên trang “{kind}” được bỏ qua.",
}
EMPTY = {
    "text": "Trang {place} (Lời riêng) chưa có câu nói chính nên chưa chiếu; các trang khác chiếu bình thường.",
    "picture": "Trang {place} (Ảnh) chưa có ảnh, hoặc chưa có lời tả ảnh, nên chưa chiếu; các trang khác chiếu bình thường.",
    "units": "Trang {place} (Đơn vị được chọn) chưa chọn đơn vị nào nên chưa chiếu; các trang khác chiếu bình thường.",
}
QR, DECK_TITLE = "Quét để xem trên điện thoại", "Trình chiếu: {subject}"

# Trong lúc chiếu
SCREEN = {
    "place": "Trang {place}/{all}",
    "auto": "tự chuyển {seconds} giây",
    "black": "Màn hình tối. Bấm B để chiếu tiếp.",
    "now": "Trang đang chiếu",
    "then": "Trang tiếp theo",
    "end": "Hết trang",
    "notes": "Lời dẫn và nguồn",
    "clock": "Bây giờ",
    "since": "Đã trình bày",
    "desk": "Màn hình người trình bày",
    "blocked": "Trình duyệt đang chặn cửa sổ người trình bày; hãy cho phép mở cửa sổ rồi bấm P.",
    "fresh": "Đã làm mới số liệu.",
    "same": "Số liệu đã chốt, không thay đổi.",
    "stale": "Chưa làm mới được; số liệu tính đến {made}.",
    "asking": "Đang làm mới số liệu …",
    "full": "Trình duyệt không cho mở toàn màn hình.",
}
KEYS = (
    ("phím cách, → ↓ PageDown, bấm chuột, vuốt trái", "trang sau"),
    ("← ↑ PageUp, vuốt phải", "trang trước"),
    ("Home, End", "trang đầu, trang cuối"),
    ("số, ví dụ 12", "đến trang mang số đó"),
    ("F hoặc F5", "toàn màn hình"),
    ("B hoặc dấu chấm", "tắt, bật hình"),
    ("A", "tự chuyển trang"),
    ("P", "màn hình người trình bày"),
    ("Q", "phóng to mã QR"),
    ("T", "nền sáng, nền tối"),
    ("R", "làm mới số liệu"),
    ("H", "bảng phím này"),
    ("Esc", "đóng bảng phím, mã QR, màn tối, cửa sổ người trình bày"),
    ("↑ ↓ ở cửa sổ người trình bày", "cuộn lời dẫn"),
)
KEYS_TITLE = "Các phím"

# Trang Trình chiếu
PAGE_ANSWER = "Trình chiếu {milestone}: {slides}, {figures}."
PAGE_LIVE, PAGE_SEALED = "số liệu hiện tại đến ngày {as_of}, chưa chốt", "{edition}"
PAGE_WRONG = "Trình chiếu {milestone}: chương trình còn chỗ phải sửa."
MEND = "Chưa chiếu được, hãy sửa:"
PAGE_SAID = "Bấm “Mở trình chiếu” để chiếu ở trang mới, hoặc tải tệp về thẻ nhớ: tệp chạy trên máy không có mạng. Trong lúc chiếu bấm H để xem các phím."
NO_UNITS = "Kho chưa có đơn vị và kết quả nào để trình chiếu."
INNER_HELP = "Để trống: chỉ nêu tên đã công bố. Bản nội bộ ghi rõ ở từng trang chiếu, chỉ chiếu trong ban thư ký; nhớ bật trang “Đơn vị đã công bố nêu tên” trong chương trình."
AGENDA, FIRST_AGENDA = "Chương trình", "Chương trình mặc định"
MILESTONE, FIGURES, THEME, SECONDS, ADDRESS = (
    "Mốc",
    "Số liệu dùng",
    "Nền",
    "Tự chuyển sau",
    "Địa chỉ cho mã QR",
)
NEWEST_EDITION = "Bản chốt mới nhất của mốc (chưa có: số liệu hiện nay)"
THEMES = {"light": "Nền sáng", "dark": "Nền tối"}
SECONDS_SAID = "{seconds} giây"
ADDRESS_HINT = "Ví dụ: http://10.0.0.5:8501"
ADDRESS_MISSING = "Có trang xin mã QR nhưng chưa có địa chỉ mà điện thoại trong hội trường mở được; mã QR chưa hiện."
OPEN, DOWNLOAD, PREVIEW = (
    "Mở trình chiếu",
    "Tải một tệp để mang theo",
    "Xem trước: bấm vào hình để sang trang",
)
FILE_NAME = "trinh-chieu-{year}.html"
SLIDES_HEADING, SLIDES_SAID = (
    "Các trang",
    "Bật, tắt, thêm, bỏ trang; “Sửa” để chọn khối, đơn vị, viết câu nói chính hoặc thêm mã QR.",
)
ENTRY, ENTRY_MORE, ENTRY_HIDDEN = "{place}. {kind}", "{message} ({slides})", "đang ẩn"
SHOW, EDIT, REMOVE = "Chiếu", "Sửa", "Bỏ trang này"
ORDER, ORDER_LIST = "Đổi thứ tự", "Thứ tự các trang"
ORDER_SAID = "Kéo một dòng đến chỗ mới, hoặc chọn dòng rồi bấm Alt cùng mũi tên lên, xuống."
ORDER_KEYS = "Kéo, hoặc Alt + ↑ ↓"
ORDER_MOVED = "{label}: nay ở chỗ thứ {place}"
PICTURE, PICTURE_SAID = (
    "Tệp ảnh (JPEG, PNG, WebP)",
    "Ảnh được vẽ lại, nhỏ bớt; vị trí chụp và mọi thứ khác trong tệp không đi theo.",
)
PICTURE_KEPT = "Đã có ảnh. Chọn tệp khác để thay."
PICTURE_WRONG = {
    "too_large": "Ảnh nặng quá 8 MB; hãy thu nhỏ rồi chọn lại.",
    "too_many_points": "Ảnh quá lớn (hơn 40 triệu điểm); hãy thu nhỏ rồi chọn lại.",
    "unreadable": "Tệp này không mở được như một ảnh JPEG, PNG hay WebP; hãy chọn tệp khác.",
}
ALT, ALT_HINT = (
    "Lời tả ảnh (cho người không nhìn thấy ảnh)",
    "Ví dụ: Lễ trao thưởng cho các đơn vị dẫn đầu",
)
LINK, LINK_HINT = "Địa chỉ cho mã QR (nếu cần)", "https://…"
LINK_WRONG = "Địa chỉ cho mã QR phải bắt đầu bằng https:// hoặc http:// và không có dấu cách; trang chưa có mã."
ADD_KIND, ADD = "Thêm trang", "Thêm"
BLOCK, UNITS, UNITS_HINT = "Khối, cụm", "Đơn vị", "Gõ để tìm đơn vị"
OWN_TITLE, OWN_TITLE_HINT, OWN_TEXT, WITH_QR = (
    "Câu nói chính (tối đa 20 chữ)",
    "Để trống: câu do số liệu viết",
    "Các ý, mỗi dòng một ý",
    "Kèm mã QR đến biểu đồ này",
)
KEEP_HEADING, KEEP_SAID = (
    "Lưu chương trình",
    "Chương trình đã lưu mở lại được bằng đường dẫn trên thanh địa chỉ; mỗi lần lưu là một bản mới, bản cũ vẫn giữ.",
)
KEEP_NAME, KEEP_NAME_HINT, KEEP = "Tên chương trình", "Ví dụ: Kỳ họp tổng kết 2025", "Lưu"
KEPT, KEPT_NOT = "Đã lưu chương trình “{name}”.", "Chưa lưu:"
NAME_MISSING, WHO_MISSING, NAME_TAKEN = (
    "Hãy đặt tên cho chương trình.",
    "Hãy ghi người thực hiện.",
    "Tên “{name}” dành cho chương trình có sẵn; hãy đặt tên khác.",
)
PUT_AWAY, PUT_AWAY_DONE = (
    "Cất chương trình này",
    "Đã cất chương trình “{name}”; các bản đã lưu vẫn còn trong kho.",
)
NEWER = (
    "Chương trình này vừa có bản mới do {who} lưu; nếu bạn lưu, bản của bạn sẽ là bản được dùng."
)

speaks(__name__)
