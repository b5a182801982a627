"""Words of what the council fills in and of what the papers say of its vote: the ballot, the count, the minutes."""

from __future__ import annotations

BALLOT, BALLOT_ABOUT = (
    "PHIẾU SUY TÔN",
    "Tập thể, cá nhân đề nghị khen thưởng trong {movement}",
)
BALLOT_SAID = "Đánh dấu X vào một trong hai cột ở mỗi dòng. Dòng để trống hoặc đánh dấu cả hai cột là không hợp lệ đối với dòng ấy."
AGREE, DISAGREE = "Đồng ý", "Không đồng ý"
COUNT_NOTE = "Ở mỗi dòng, phiếu hợp lệ không nằm trong hai cột đồng ý, không đồng ý là phiếu bỏ trống hoặc đánh dấu cả hai cột."
COUNT, COUNT_ABOUT = (
    "BIÊN BẢN KIỂM PHIẾU",
    "Suy tôn tập thể, cá nhân đề nghị khen thưởng trong {movement}",
)
COUNT_TEXTS = (
    "Hồi {dots} giờ {dots}, ngày {dots}, tại {dots}, Tổ kiểm phiếu gồm:",
    "1. {dots}, Tổ trưởng; 2. {dots}, thành viên; 3. {dots}, thành viên.",
    "Tổng số thành viên Hội đồng: {members}; có mặt: {present}; số phiếu phát ra: {issued}; số phiếu thu về: {collected}; hợp lệ: {valid}; không hợp lệ: {invalid}.",
    "Tỷ lệ thành viên phải có mặt: {quorum}. Tỷ lệ phiếu đồng ý cần đạt, tính trên {base}: {needed}.",
)
COUNT_END = "Biên bản lập thành {dots} bản, đọc cho các thành viên cùng nghe và thống nhất thông qua hồi {dots} giờ cùng ngày"
SHARE_AGREED, OUTCOME = "Tỷ lệ đồng ý", "Kết quả"
MINUTES, MINUTES_ABOUT = (
    "BIÊN BẢN",
    "Họp Hội đồng xét khen thưởng trong {movement}",
)
MINUTES_PARTS = ("Thời gian, địa điểm, thành phần", "Nội dung", "Kết luận")
MINUTES_SETTING = (
    "Thời gian: {dots} giờ {dots}, ngày {dots}. Địa điểm: {dots}.",
    "Chủ trì: {dots}. Thư ký: {dots}. Thành viên có mặt {present}/{members}; vắng {absent} (lý do: {dots}).",
)
MINUTES_HEARD = "Cơ quan thường trực báo cáo: {first}"
MINUTES_PROPOSED = "Hồ sơ trình Hội đồng: {laid}, xét theo quy tắc của kế hoạch ({rule})."
MINUTES_TALK = "Ý kiến thảo luận của các thành viên: {dots}."
MINUTES_VOTED = "Hội đồng bỏ phiếu kín; kết quả ghi tại biên bản kiểm phiếu kèm theo: {outcomes}."
MINUTES_COUNTED = "trong {all} tập thể, cá nhân có {outcomes}"
MINUTES_UNCOUNTED = "{dots} tập thể và {dots} cá nhân đạt tỷ lệ phiếu cần thiết, {dots} tập thể và {dots} cá nhân không đạt"
LEFT_OUT = "Không đưa vào danh sách vì kết quả bỏ phiếu: {names}."
LEFT_OUT_OF = "{name} ({agree} phiếu đồng ý, {outcome})"
WITHOUT_QUORUM = "Có mặt {present}/{members} thành viên, không đủ tỷ lệ phải có mặt ({quorum}): kết quả kiểm phiếu chưa có giá trị, Hội đồng họp lại."
AND_MORE = "{names} và {more} tập thể, cá nhân khác"
TO_DECIDE = {
    "tied": "Ngang phiếu ở chỉ tiêu cuối cùng: {names}. Hội đồng bỏ phiếu lại hoặc quyết định theo quy chế, rồi bổ sung vào danh sách.",
    "unknown": "Chưa kết luận được với {names}: tỷ lệ phiếu cần đạt chưa có trong tệp quy định, đối chiếu trước khi trình.",
    "uncounted": "Chưa kiểm phiếu: {names}. Ghi số phiếu rồi lập lại văn bản này, hoặc bỏ khỏi danh sách.",
}
MINUTES_END = "Hội đồng thống nhất trình cấp có thẩm quyền khen thưởng các tập thể, cá nhân đạt tỷ lệ phiếu theo quy định; giao cơ quan thường trực hoàn thiện hồ sơ trước ngày {dots}. Cuộc họp kết thúc hồi {dots} giờ cùng ngày"
