"""The page Phương pháp: each method in plain words, what it cannot say, and who published it. Braces hold parameters of the plan as people write them."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.writing.nouns import speaks


class Explained(NamedTuple):
    """One method: `title`, the `idea` for a reader who has never seen it, the `caution` of what it does not say, its `sources` (authors, years)."""

    title: str
    idea: str
    caution: str = ""
    sources: str = ""


METHODS: dict[str, Explained] = {
    "su-viec": Explained(
        "Sự việc và suy luận",
        "Trang này tách hai loại câu. “Điểm năm nay thấp hơn mốc” hay “chưa nộp báo cáo” là sự việc: ghi đúng như số liệu, không suy diễn. “Thấp thật”, “giảm thật” là suy luận: "
        "phải qua kiểm định, có mức sai cho phép, và nói bằng một câu có căn cứ. Số liệu thiếu không bao giờ tính là 0 và không phải là điểm xấu.",
        "Mỗi con số đều ghi tệp, trang tính và ô nơi nó được lấy; xem ở Hồ sơ đơn vị.",
    ),
    "diem": Explained(
        "Tổng điểm",
        "Tổng điểm là {total_is}: mỗi tiêu chí áp dụng cho đơn vị góp phần theo trọng số của nó. Tiêu chí “không áp dụng” được bỏ cả ở "
        "tử số và mẫu số, "
        "nên đơn vị không mất và không được lợi gì.",
        "Tiêu chí nào đã thẩm định thì lấy điểm thẩm định, chưa thì lấy điểm tự chấm; năm như vậy ghi “thẩm định một phần” với tỷ lệ trọng số đã thẩm định, hạng là tạm và không ai bị nêu tên. "
        "“Không áp dụng” do đơn vị tự ghi là tạm cho tới khi thẩm định đồng ý và không bao giờ xóa một số đã có.",
        "Cách tính theo tỷ lệ điểm đạt được trên điểm có thể đạt là thông lệ của các bộ chỉ số cải cách hành chính.",
    ),
    "thieu-so-lieu": Explained(
        "Khi thiếu số liệu",
        "Thiếu một tiêu chí thì không có tổng điểm, chỉ có khoảng: thấp nhất (coi phần thiếu là 0) và cao nhất (coi phần thiếu là tối đa). Đơn vị như vậy không xếp hạng; chỉ "
        "ghi trạng thái khi cả hai đầu "
        "khoảng cho cùng một trạng thái.",
        "Không bao giờ thay số thiếu bằng 0, bằng trung bình hay bằng số năm trước.",
        "Manski 1990.",
    ),
    "moc": Explained(
        "Mốc, lộ trình và trạng thái",
        "Mốc là điều kế hoạch yêu cầu ở một năm. Lộ trình là đường thẳng từ điểm đầu so sánh được của chính đơn vị tới mốc kế tiếp; đơn vị không có điểm đầu (mới thành lập, đổi cách tính) thì theo đường nối các mốc. Trước hạn mốc, đơn vị được so với lộ trình; từ hạn mốc "
        "trở đi, so với mốc. "
        "Cao hơn mốc từ {ahead_points} là “vượt mốc”; thấp hơn từ {big_gap_points} là “rất chậm”; kém lộ trình không quá {tolerance_points} vẫn là “đúng tiến độ”.",
        "Trạng thái là mô tả; “chậm” không có nghĩa là bị nêu tên.",
    ),
    "khoang-tin-cay": Explained(
        "Tỷ lệ hài lòng và khoảng tin cậy",
        "Khảo sát chỉ hỏi một số người, nên tỷ lệ có thể cao hoặc thấp hơn sự thật do may rủi. Khoảng tin cậy {confidence} cho biết tỷ lệ thật hợp lý nằm ở đâu: càng ít phiếu "
        "khoảng càng rộng. "
        "Dưới {min_respondents} phiếu chỉ ghi số phiếu; dưới {small_sample} phiếu ghi “mẫu nhỏ” và không xếp hạng.",
        "Khoảng này chỉ tính sai số do chọn người hỏi. Nếu đơn vị tự phát phiếu hoặc chọn người trả lời thì không công thức nào sửa được.",
        "Wilson 1927; Newcombe 1998.",
    ),
    "mot-dot-khao-sat": Explained(
        "Một đợt khảo sát nói được gì",
        "Ít phiếu thì chỉ những kết quả rất thấp mới chứng minh được là dưới mốc. Bảng dưới cho biết: với từng ấy phiếu, tỷ lệ phải xuống tới đâu thì khoảng tin cậy mới nằm hẳn "
        "dưới mốc {target}.",
        "Trên mức trong bảng, kết quả dưới mốc vẫn có thể chỉ do may rủi: khi đó chỉ nói “dưới mốc”, không nói “tụt hậu”.",
        "Đảo ngược khoảng Wilson 1927; cỡ mẫu có hiệu lực theo Rao và Scott 1992.",
    ),
    "dao-dong": Explained(
        "Dao động giữa các đợt khảo sát",
        "Tỷ lệ của một đơn vị nhảy qua các năm nhiều hơn mức do số phiếu gây ra, vì mỗi năm hỏi những người khác, ở chỗ khác. Phần nhảy thêm này được đo từ số liệu của mọi đơn "
        "vị, rồi số phiếu được "
        "quy đổi nhỏ lại trước khi kết luận điều gì.",
        "Chưa đủ số liệu để đo phần nhảy thêm thì không nêu tên đơn vị nào vì kết quả khảo sát.",
        "DerSimonian và Laird 1986; DerSimonian và Kacker 2007; Rao và Scott 1992.",
    ),
    "muc-nhieu-nam": Explained(
        "Mức thật, tính cả các năm",
        "Một năm có thể rủi. Vì vậy mức thật của đơn vị trong năm được ước lượng từ mọi năm so sánh được của chính đơn vị đó, có kể tới xu hướng; đơn vị ít số liệu được kéo về "
        "gần mức chung của khối hơn.",
        "Các năm trước và sau khi đổi cách đo, thêm hoặc bớt tiêu chí không được nối với nhau; chỉ tính những tiêu chí mà chính đơn vị đó phải chấm.",
        "DerSimonian và Kacker 2007; Smyth 2004.",
    ),
    "hinh-pheu": Explained(
        "Biểu đồ phễu",
        "Đơn vị ít phiếu dao động nhiều, đơn vị nhiều phiếu dao động ít; dải bình thường vì thế có hình cái phễu. Đơn vị nằm dưới dải là khác thường so với mặt bằng và được đưa "
        "vào diện theo dõi.",
        "Nằm ngoài phễu chưa phải là dưới mốc. Khối có ít hơn {funnel_min_units} đơn vị thì chỉ vẽ dải, không kết luận ai khác thường.",
        "Spiegelhalter 2005a, 2005b; Spiegelhalter và cộng sự 2012.",
    ),
    "hang": Explained(
        "Hạng và khoảng của hạng",
        "Hạng chỉ xếp trong khối, theo điểm chưa làm tròn; điểm bằng nhau thì đồng hạng (1, 2, 2, 4). Khoảng của hạng trả lời câu hỏi: nếu đo lại, đơn vị có thể đứng ở đâu? "
        "Nó được tính bằng cách xếp hạng lại {rank_draws} lần với điểm dao động ngẫu nhiên.",
        "Thứ hạng sát nhau không có nghĩa khác nhau. Không xếp chung các đơn vị khác loại vào một danh sách.",
        "Goldstein và Spiegelhalter 1996; Laird và Louis 1989; Mogstad, Romano, Shaikh và Wilhelm 2024.",
    ),
    "trong-khoi": Explained(
        "So với khối của mình",
        "Điểm của đơn vị được so với mức giữa (trung vị) của khối, đo bằng độ chênh thường thấy trong khối. Thấp hơn từ {peers_gap_points} và cách từ {peers_z_watch_size} lần "
        "độ chênh trở lên thì theo dõi.",
        "Khối ít hơn {peers_min_units} đơn vị thì không so. So trong khối không bao giờ tự nó nêu tên ai.",
        "Croux và Rousseeuw 1992; Iglewicz và Hoaglin 1993.",
    ),
    "giam": Explained(
        "Thế nào là giảm thật",
        "Thấp hơn năm trước là chuyện thường: phần lớn là may rủi. Chỉ nói một đơn vị giảm khi có từ {trend_min_years} năm số liệu, mức giảm từ {fall_min_points}, và chuỗi năm "
        "đi xuống rõ hơn hẳn "
        "dao động ngẫu nhiên. Với điểm, cả phép thử độ dốc lẫn phép thử thứ tự năm đều phải đồng ý.",
        "Với 4 năm số liệu chỉ dãy giảm ở mọi năm mới có thể bị kết luận là giảm; thêm năm thì một, hai năm nhích lên vẫn có thể. Giảm càng đều và càng nhanh so với dao động thì càng dễ thấy, còn phần lớn mức giảm "
        "nhỏ thì không kết luận được dù là thật: đó là giá của việc không nêu oan. Đơn vị giảm mà điểm vẫn đạt mốc đã đến hạn, hoặc năm đó chưa có mốc đến hạn, thì được theo dõi, không bị nêu tên. Nơi bộ tiêu chí thay đổi, tổng điểm không so được qua năm ấy; tổng các tiêu chí giữ nguyên được xét theo cùng cách, cũng chỉ để theo dõi vì không có mốc nào cho tổng này.",
        "Mann 1945; Kendall 1975; Sen 1968; Smyth 2004; Armitage 1955.",
    ),
    "neu-ten": Explained(
        "Khi nào một đơn vị bị nêu tên",
        "Nêu tên cần đủ bốn điều: số liệu đã thẩm định của năm nay dưới mốc đã đến hạn; tính cả các năm thì mức thật cũng dưới mốc; riêng số liệu năm nay cũng nghiêng về dưới "
        "mốc (xác suất không quá {guard_p}); "
        "và cả danh sách được kiểm soát để tỷ lệ nêu nhầm bình quân không quá {false_discovery}. Thiếu một điều thì chỉ theo dõi, hoặc chỉ ghi sự việc.",
        "Bộ lọc trên màn hình không bao giờ làm thay đổi danh sách này. Điều đơn vị tự nêu trong báo cáo không tính là điểm trừ.",
        "Benjamini và Hochberg 1995.",
    ),
    "du-kien": Explained(
        "Dự kiến tới mốc sau",
        "Khi mốc còn ở phía trước và đơn vị có từ {projection_min_years} năm số liệu, có thể dự kiến khoảng điểm nếu giữ đà hiện nay. Đà của mỗi đơn vị được kéo về gần đà "
        "chung, vì đà riêng tính từ vài năm rất bấp bênh.",
        "Ít năm hơn thì chỉ nói mỗi năm cần thêm bao nhiêu điểm, không dự kiến.",
        "DerSimonian và Kacker 2007; đã thử bằng mô phỏng.",
    ),
    "ca-nhan": Explained(
        "Tiêu chí cá nhân",
        "Số người đạt trên tổng số người của đơn vị là đếm toàn bộ, không phải chọn mẫu, nên không có khoảng tin cậy. Chỉ nói còn cần thêm bao nhiêu người để đạt mốc.",
        "Tỷ lệ này chỉ để theo dõi, không nêu tên.",
    ),
    "bao-cao": Explained(
        "Nộp báo cáo",
        "Nộp đúng hạn, muộn hay chưa nộp là sự việc, xét theo ngày; nộp trong ngày hạn là đúng hạn. Nộp lại bản sửa không bị tính là muộn.",
        "Thiếu báo cáo không làm đổi điểm và hạng.",
    ),
    "sap-nhap": Explained(
        "Sáp nhập, chia tách",
        "Đơn vị mới là đơn vị mới: chuỗi điểm bắt đầu từ ngày thành lập. Số phiếu của các đơn vị cũ được cộng lại chỉ khi đơn vị cũ nào cũng có; chỉ để xem, không dùng để kết "
        "luận. "
        "Đơn vị hoạt động chưa đủ {min_existence_months} tháng trong năm, hoặc không còn đến 31/12, thì không đánh giá năm đó.",
        "Không lấy trung bình tỷ lệ hay hạng của các đơn vị sáp nhập.",
    ),
    "vi-sao": Explained(
        "Vì sao thận trọng như vậy",
        "Phần mềm được thử trên những tỉnh giả lập mà sự thật đã biết: 200 đơn vị, 7 năm, khối 5–35 đơn vị, 15–3.000 phiếu.",
        "Cái giá: đơn vị chỉ hơi dưới mốc thường không bị nêu tên. Chúng vẫn được ghi là dưới mốc và vẫn được theo dõi.",
        "Mô phỏng của phần mềm.",
    ),
    "khong-lam": Explained(
        "Những điều không làm",
        "Với 3–7 số liệu năm, những cách dưới đây cho ra con số đẹp nhưng không trung thực, nên không có trong phần mềm.",
        sources="Mô phỏng của phần mềm.",
    ),
    "tham-so": Explained(
        "Tham số",
        "Mọi con số mà cách tính dựa vào. Ban thư ký sửa được ở trang Kế hoạch, có lý do; mỗi lần sửa là một phiên bản.",
    ),
}

SIMULATED = (
    (
        "Nêu tên mọi đơn vị có số liệu dưới mốc, hoặc thấp hơn năm trước",
        "74/100 đơn vị bị nêu là nhầm",
    ),
    ("Chỉ xét “thấp hơn năm trước”", "87/100 trường hợp là nhầm"),
    ("Cách của phần mềm này", "dưới 1/100 là nhầm"),
    (
        "Hạng thay đổi giữa hai năm khi không đơn vị nào thay đổi thật",
        "bình thường là 34–57 bậc trên 200",
    ),
    ("Dự kiến bằng dao động riêng của từng đơn vị, hứa đúng 80%", "chỉ đúng 21–42%"),
    ("Dự kiến của phần mềm này, hứa đúng 80%", "đúng 80%"),
)
NOT_BUILT = (
    "Dự báo bằng mô hình chuỗi thời gian hay “trí tuệ nhân tạo” cho từng đơn vị.",
    "Khoảng dự báo từ dao động riêng của một đơn vị.",
    "Phép tìm “điểm gãy” và giới hạn kiểm soát trên số liệu năm.",
    "Hệ số xác định hay xác suất của đường hồi quy riêng từng đơn vị.",
    "Cờ “giảm so với năm trước”.",
    "Tô 200 hạng từ đỏ sang xanh.",
    "Một tổng số cờ làm “điểm tụt hậu”.",
    "Điền tiêu chí thiếu bằng trung bình hay bằng 0.",
    "So tốc độ tăng bình quân của những tỷ lệ gần 100%.",
)
LEVELS = (
    ("named", "Số liệu thẩm định dưới mốc và suy luận đủ chắc chắn. Có thể nêu tên trong báo cáo."),
    (
        "watch",
        "Có dấu hiệu nhưng chưa đủ chắc chắn để kết luận. Để ban thư ký hỏi lại, không để phê bình.",
    ),
    ("fact", "Ghi đúng số liệu: dưới mốc, nộp muộn, chưa nộp. Không suy luận gì thêm."),
    ("info", "Điều đơn vị tự nêu trong báo cáo. Không bao giờ tính là điểm trừ."),
)
ABOUT = "Mỗi con số trên các trang được tính thế nào, nói được gì và không nói được gì."
NOTHING_DUE = "Năm {year} chưa có mốc nào đến hạn nên chưa đơn vị nào bị coi là dưới mốc; số liệu được đặt cạnh lộ trình."
SURE, NOBODY_SURE, NOBODY_PUBLISHED = (
    "{units} đủ chắc chắn để nêu tên",
    "chưa đơn vị nào đủ chắc chắn để nêu tên",
    "chưa công bố nêu tên đơn vị nào",
)
ANSWER = (
    "Năm {year}: {below} dưới ít nhất một mốc, {sure}. Dưới mốc là sự việc; nêu tên cần kiểm chứng."
)
NO_EXAMPLE = "Trong phạm vi đang chọn chưa có đơn vị nào đủ số liệu để làm ví dụ; hãy chọn năm, khối hoặc loại khác ở dòng “Đang xem”; nếu kho còn trống, hãy nhập số liệu trước."
EXAMPLE_OF, INDEX = "Ví dụ từ số liệu năm {year}", "Các mục"
SOURCES_LABEL, CAUTION_LABEL = "Nguồn của phương pháp", "Lưu ý"
CRITERION, WEIGHT, ATTAINED, EARNED = "Tiêu chí", "Trọng số", "Phần đạt được", "Điểm đạt được"
RESPONDENTS, SURE_RATE = "Số phiếu", "Tỷ lệ cao nhất vẫn chắc chắn dưới mốc"
SURE_FORMS, SURE_CLUSTERED = "Tức là số phiếu hài lòng", "Khi tính cả dao động giữa các đợt"
YEARS_SCORED, ORDERS = "Số năm có điểm", "Số cách sắp thứ tự"
RULES_TITLE, RULE, SAYS = "Các quy tắc", "Quy tắc", "Nói gì, khi nào"
LEVEL, MEANS, WAY, OUTCOME = "Mức", "Nghĩa là", "Cách làm", "Kết quả trên tỉnh giả lập"
WEIGHTED_TITLE, ONE_SURVEY_TITLE = "Tổng điểm năm {year} của {unit}", "Một đợt khảo sát nói được gì"
CHANCES_TITLE = "Xác suất nhỏ nhất mà một chuỗi năm có thể đạt"
LEVELS_TITLE, SIMULATED_TITLE = "Các mức của cờ", "Kết quả mô phỏng"
LIMITS_SOURCE, SMALLEST = "Nguồn: kế hoạch.", "Xác suất nhỏ nhất có thể đạt"
LIMITS_TITLE, TO_PLAN = "Tham số của cách tính", "Sửa ở trang Kế hoạch"
TERMS = "Từ ngữ dùng trong bảng theo dõi"

speaks(__name__)
