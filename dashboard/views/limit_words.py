"""What each parameter of the methods is called, what it does and where its shipped value comes from."""

from __future__ import annotations

from typing import Literal, NamedTuple

HABIT = "thông lệ thống kê"
OURS = "mức chọn của phần mềm, sửa được"
SIMULATED = "mức chọn theo mô phỏng của phần mềm, sửa được"
EXAMPLE = "giá trị minh họa, sửa được"
OF_SURVEYS = frozenset({"min_respondents", "small_sample", "rho_min_df", "funnel_min_units"})


class Wording(NamedTuple):
    """`label` in a list, `meaning` in a sentence, `scale` on which people read and write it, `source` of the shipped value."""

    label: str
    meaning: str
    scale: Literal["share", "points", "count", "number"]
    source: str


LIMITS: dict[str, Wording] = {
    "confidence": Wording(
        "Độ tin cậy",
        "Trong 100 khoảng tin cậy, chừng này khoảng chứa giá trị thật.",
        "share",
        HABIT,
    ),
    "false_discovery": Wording(
        "Tỷ lệ nêu nhầm cho phép",
        "Trong các đơn vị bị nêu tên, bình quân không quá tỷ lệ này là nhầm.",
        "share",
        "Benjamini và Hochberg 1995; " + OURS,
    ),
    "guard_p": Wording(
        "Chốt chặn của riêng năm nay",
        "Đơn vị chỉ bị nêu tên khi riêng số liệu năm nay cũng nghiêng về dưới mốc (xác suất không quá mức này), để không nêu tên đơn vị vừa tiến bộ.",
        "share",
        SIMULATED,
    ),
    "watch_probability": Wording(
        "Xác suất để theo dõi",
        "Đơn vị dưới mốc được đưa vào diện theo dõi khi khả năng thật sự dưới mốc từ mức này trở lên.",
        "share",
        OURS,
    ),
    "min_respondents": Wording(
        "Số phiếu tối thiểu",
        "Dưới số này chỉ ghi số phiếu (như 7/9 phiếu), không tính tỷ lệ phần trăm.",
        "count",
        EXAMPLE,
    ),
    "small_sample": Wording(
        "Ngưỡng mẫu nhỏ",
        "Dưới số phiếu này tỷ lệ có ghi chú “mẫu nhỏ” và không xếp hạng.",
        "count",
        HABIT,
    ),
    "trend_min_years": Wording(
        "Số năm tối thiểu để xét xu hướng",
        "Ít hơn số năm này thì không kết luận tăng hay giảm.",
        "count",
        SIMULATED,
    ),
    "fall_min_points": Wording(
        "Mức giảm đáng kể",
        "Giảm ít hơn mức này không được coi là giảm, dù phép kiểm định có ý nghĩa.",
        "points",
        OURS,
    ),
    "mann_kendall_p": Wording(
        "Ngưỡng của phép thử thứ tự năm",
        "Xác suất để một chuỗi năm đi xuống như vậy chỉ do ngẫu nhiên phải không quá mức này.",
        "share",
        HABIT,
    ),
    "peers_min_units": Wording(
        "Số đơn vị tối thiểu để so trong khối",
        "Khối ít đơn vị hơn thì không so với mức giữa của khối.",
        "count",
        OURS,
    ),
    "peers_z_far": Wording(
        "Ngưỡng cách biệt rất xa",
        "Số độ lệch chuẩn dưới mức giữa của khối được coi là rất xa; hiện chỉ để tham khảo vì so trong khối không nêu tên.",
        "number",
        "Iglewicz và Hoaglin 1993",
    ),
    "peers_z_watch": Wording(
        "Ngưỡng cách biệt để theo dõi",
        "Từ số độ lệch chuẩn này trở xuống dưới mức giữa của khối thì theo dõi.",
        "number",
        SIMULATED,
    ),
    "peers_gap_points": Wording(
        "Khoảng cách tối thiểu với khối",
        "Thấp hơn mức giữa của khối ít hơn số điểm này thì không theo dõi.",
        "points",
        OURS,
    ),
    "peers_floor_points": Wording(
        "Độ phân tán tối thiểu của khối",
        "Khối có điểm gần như bằng nhau vẫn được coi là phân tán ít nhất chừng này.",
        "points",
        OURS,
    ),
    "ahead_points": Wording(
        "Vượt mốc", "Cao hơn mốc từ số điểm này trở lên thì ghi “vượt mốc”.", "points", OURS
    ),
    "tolerance_points": Wording(
        "Sai lệch chấp nhận so với lộ trình",
        "Thấp hơn lộ trình không quá số điểm này vẫn là “đúng tiến độ”.",
        "points",
        OURS,
    ),
    "big_gap_points": Wording(
        "Rất chậm",
        "Thấp hơn mốc (hoặc lộ trình) từ số điểm này trở lên thì ghi “rất chậm”.",
        "points",
        OURS,
    ),
    "precise_points": Wording(
        "Khảo sát đủ chính xác",
        "Khoảng tin cậy rộng không quá chừng này mỗi bên thì được ghi “sát mốc”; rộng hơn là “chưa đủ dữ liệu”.",
        "points",
        OURS,
    ),
    "tau_floor_points": Wording(
        "Khác biệt tối thiểu giữa các đơn vị",
        "Khi kéo số liệu của đơn vị về mức chung của khối, coi các đơn vị khác nhau thật ít nhất chừng này.",
        "points",
        OURS,
    ),
    "shrink_min_units": Wording(
        "Số đơn vị tối thiểu để lấy mức chung",
        "Khối ít đơn vị hơn thì lấy mức chung của tất cả đơn vị.",
        "count",
        OURS,
    ),
    "winsor": Wording(
        "Phần thu gọn hai đầu",
        "Khi đo độ phân tán của biểu đồ phễu, phần này ở mỗi đầu được thu về để vài đơn vị cá biệt không làm rộng cả dải.",
        "share",
        "Spiegelhalter 2005",
    ),
    "rank_draws": Wording(
        "Số lần thử lại khi tính khoảng của hạng",
        "Xếp hạng được thử lại chừng này lần với số liệu dao động ngẫu nhiên.",
        "count",
        OURS,
    ),
    "seed": Wording(
        "Số khởi đầu của phép thử ngẫu nhiên",
        "Giữ cố định để mỗi lần tính cho cùng một kết quả.",
        "count",
        OURS,
    ),
    "bottom_share": Wording(
        "Nhóm đầu, nhóm cuối",
        "Phần đơn vị của khối được coi là nhóm đầu hoặc nhóm cuối.",
        "share",
        OURS,
    ),
    "bottom_probability": Wording(
        "Xác suất để xếp vào nhóm",
        "Chỉ ghi “nhóm đầu”, “nhóm cuối” khi khả năng thuộc nhóm ấy từ mức này trở lên.",
        "share",
        OURS,
    ),
    "projection_confidence": Wording(
        "Độ tin cậy của dự kiến",
        "Trong 100 khoảng dự kiến, chừng này khoảng chứa kết quả về sau.",
        "share",
        SIMULATED,
    ),
    "projection_min_years": Wording(
        "Số năm tối thiểu để dự kiến",
        "Ít năm hơn thì chỉ ghi mỗi năm cần thêm bao nhiêu, không dự kiến.",
        "count",
        SIMULATED,
    ),
    "projection_min_units": Wording(
        "Số đơn vị tối thiểu để dự kiến",
        "Ít đơn vị có đủ năm hơn thì không dự kiến cho đơn vị nào.",
        "count",
        OURS,
    ),
    "rho_min_df": Wording(
        "Số liệu tối thiểu để đo dao động giữa các đợt khảo sát",
        "Thiếu số liệu thì không nêu tên đơn vị nào vì kết quả khảo sát.",
        "count",
        SIMULATED,
    ),
    "min_existence_months": Wording(
        "Số tháng tồn tại để được đánh giá",
        "Đơn vị hoạt động trong năm ít tháng hơn thì không xếp hạng, không gắn cờ năm đó.",
        "count",
        EXAMPLE,
    ),
    "pace_min_points": Wording(
        "Quãng đường tối thiểu để tính nhịp độ",
        "Còn cách mốc ít hơn số điểm này từ khi bắt đầu thì không tính nhịp độ.",
        "points",
        OURS,
    ),
    "staff_gap_points": Wording(
        "Khoảng thiếu đáng kể về tỷ lệ người đạt",
        "Dự phòng cho quy định riêng; bản này chỉ theo dõi, không nêu tên theo tỷ lệ người đạt.",
        "points",
        OURS,
    ),
    "staff_gap_people": Wording(
        "Số người thiếu đáng kể",
        "Dự phòng cho quy định riêng; bản này chỉ theo dõi, không nêu tên theo tỷ lệ người đạt.",
        "count",
        OURS,
    ),
    "funnel_min_units": Wording(
        "Số đơn vị tối thiểu của biểu đồ phễu",
        "Khối ít đơn vị hơn thì không kết luận đơn vị nào khác thường.",
        "count",
        OURS,
    ),
    "score_step": Wording(
        "Bước chấm điểm nhỏ nhất",
        "Điểm được chấm theo bước này, nên dao động không thể nhỏ hơn sai số làm tròn.",
        "points",
        EXAMPLE,
    ),
    "jump_points": Wording(
        "Tăng giảm bất thường",
        "Khi kiểm tra tệp, tổng điểm hoặc tỷ lệ tăng giảm quá mức này so với năm trước được nêu là đáng ngờ; không ảnh hưởng điểm, hạng.",
        "points",
        EXAMPLE,
    ),
    "kept_weight": Wording(
        "Phần tiêu chí phải giữ nguyên",
        "Khi bộ tiêu chí thay đổi, các tiêu chí giữ nguyên phải chiếm ít nhất chừng này trọng số của cả hai năm thì tổng của chúng mới được đem so qua các năm.",
        "share",
        OURS,
    ),
    "self_excess_points": Wording(
        "Chênh giữa tự chấm và thẩm định",
        "Thẩm định khác tự chấm quá mức này thì người thẩm định phải ghi lý do.",
        "points",
        EXAMPLE,
    ),
}
