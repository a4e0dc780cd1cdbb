"""The patterns by which a Vietnamese question tells what it asks for, see `qa.questions.asking`.

Each is met by a question in small letters; the first that matches decides, so that a narrower way
of asking stands before a wider one. The group `focus` is the question word: where the answer would
stand in a statement. They are written with accents; an unaccented question meets them folded.
"""

from qa.questions.asked_addresses import ADDRESS_RULES
from qa.questions.asked_measured import MEASURED_RULES
from qa.questions.asked_named import NAMED_RULES, OFFICE
from qa.questions.asked_people import PEOPLE_RULES
from qa.questions.asked_reasons import REASON_RULES

_DOCUMENT = (
    r"(?:nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|văn bản|văn kiện|đề án|nghị định|(?<!kỷ )(?<!kỉ )luật"
    r"|chương trình|thông báo|kết luận|quy định|hướng dẫn|công ước|hiệp định|pháp lệnh|công điện|tờ trình"
    r"|vb|qđ|nq|nđ|cv)"
)
# These too are asked for by their number; without it a sentence tells what they are.
_NUMBERED = rf"(?:{_DOCUMENT}|quy chế|hợp đồng|báo cáo|biên bản|phương án|giấy phép|kh)"
# "chỉ số nào", "tổng số bao nhiêu", "gọi số nào" ask for no number of a document.
_ITS_NUMBER = (
    r"(?<!chỉ )(?<!con )(?<!tổng )(?<!tỷ )(?<!đa )(?<!mã )(?<!vào )(?<!gọi )(?<!qua )(?<!thông )(?<!ký )(?<!kí )"
    r"\bsố (?:mấy|bao nhiêu|nào|gì|hiệu (?:gì|nào|mấy))\b(?! (?:phần trăm|%))"
)
_ARTICLE = (
    r"\b(?:theo|tại|ở|vào|của) (?:những |các |mấy |hai )?điều(?: (?:nào|mấy|bao nhiêu))\b|\bđiều (?:luật|khoản) nào\b"
    r"|\bđiều (?:mấy|bao nhiêu)\b|\bkhoản (?:mấy|bao nhiêu)\b"
)
# "môi trường", "thị trường", "cán bộ", "xã hội" only end in a word for a body.
_ORGANIZATION = (
    r"(?:cơ quan|đơn vị|(?<!trụ )(?<!công )(?<!chỉ )sở|ban|ngành(?! (?:nghề|hàng|kinh tế|học))"
    r"|(?<!cán )(?<!nội )(?<!toàn )(?<!tiến )bộ|tổ chức"
    r"|doanh nghiệp|công ty|trung tâm|(?<!môi )(?<!thị )(?<!lập )trường|bệnh viện|tập đoàn|ngân hàng|nhà mạng|tạp chí"
    r"|(?<!xã )(?<!cơ )(?<!lễ )hội|(?<!quốc )(?<!dự )phòng|nhà trường|đối tác|đoàn thể"
    r"|nhà xuất bản|nxb|hợp tác xã)"
)
_PLACE = (
    r"(?:tỉnh,? thành(?: phố)?|tỉnh|thành phố|địa phương|nơi|quận,? huyện|huyện|xã,? phường|phường,? xã"
    r"|(?<!tác )xã|phường|quận|thị xã|thị trấn|huyện đảo|địa bàn|thôn|khu phố"
    r"|(?<!xuất )(?<!văn )(?<!phiên )(?<!biên )(?<!ấn )(?<!kịch )bản)"
)
# "đến chỗ nào": where; "hơn ở chỗ nào", "chỗ nào chưa đạt" ask what.
_TO = "(?:" + "|".join(f"(?<={word} )" for word in "đến tới tại lên sang".split()) + ")"
# A number that tells one of several ("quận 4", "lớp 10", "kế hoạch 59", "gói 1") counts nothing.
_ONE_OF = "".join(
    f"(?<!{noun} )"
    for noun in "cấp lớp khối mức độ thứ tháng quý tư định khóa khoá sở quận phường đoạn vòng đợt kỳ khu tổ số tầng"
    " lần vùng loại nhóm điều chương gói lô tuyến trạm bản án quyết lệnh hoạch thị trình thư văn".split()
)
# What is counted up stands near the question word; farther off, only where "là" or "gồm" names it.
# "các hộ ở xã nào" asks where, "những người ấy bằng cách nào", "hai xã kia thế nào" how, and "các hãng
# xin điều gì" what one thing is.
_OF_LIST = (
    r"(?:(?!(?: [^\s,?]+){1,6} (?:điều|cái|chuyện) gì\b)"
    r"(?: (?!(?:ở|tại|thuộc|thế(?= nào)|bằng(?= (?:cách|hình thức|gì|nào)))\b)[^\s,?]+){0,6}?"
    r" (?:nào|gì)\b"
    r"|[^,]* (?:là|gồm|làm) (?:những |các )?(?:[^\s,?]+ ){0,4}?(?:nào|gì)\b)"
)
# "sau 90 ngày phải làm gì", "20 tỷ đồng cho việc gì": no things that are counted up.
_AMOUNT = r" (?:tuổi|giây|phút|giờ|ngày|tuần|tháng|năm|(?:nghìn |ngàn )?(?:đồng|triệu|tỷ|tỉ|usd))\b"
_PEOPLE = r"(?:ông|bà|cụ|anh|chị|em|người|ai|kẻ|đối tượng|học sinh|sinh viên)"
# "mỗi ngày mấy xe", "ngày mấy lượt": so many in a time, no date.
_EACH_TIME = "".join(f"(?<!{word} )" for word in "một mỗi cả hàng hằng từng sang trong".split())
_PER_TIME = (
    r" (?:lượt|người|hồ sơ|xe|ca|vụ|lần|đồng|tiền|triệu|tỷ|tỉ|nghìn|ngàn|trăm|tấn|giờ|phút|khách|đơn|cuộc|tin"
    r"|giao dịch|điểm|chuyến|bài|chỗ|phòng|hộ|trường hợp|văn bản|phản ánh|%|phần trăm)"
)
# What has a name without being someone.
_THING = (
    r"(?:ứng dụng|app|phần mềm|hệ thống|nền tảng|trang|website|cổng|dự án|chương trình|chiến dịch|mô hình|cuộc thi"
    r"|hội thi|giải|sản phẩm|công cụ|robot|trợ lý ảo|công ty|doanh nghiệp|tập đoàn|hãng|đơn vị|tổ chức|công trình|tàu"
    r"|video|clip|phóng sự|vở kịch|trò chơi|triển lãm"
    r"|bộ phim|cuốn sách|cơn bão|bão|loài|giống|thuốc|vắc xin|vaccine|quỹ|tờ báo|kênh|chợ|cầu|đường|sân bay)"
)
# Bodies and things whose name is asked for where the question begins with them.
_NAMED_FIRST = (
    r"(?:sáng kiến|giải pháp|đề tài|đề án|phong trào|nhà thầu|nhà mạng|nhà máy|nhà cung cấp|bệnh viện|câu lạc bộ"
    r"|trường (?:học|mầm non|tiểu học|thcs|thpt|trung học|cao đẳng|đại học)|đội|nhóm|hợp tác xã|htx|thiết bị|làng|xã"
    r"|phường|huyện|thôn|quán|cửa hàng|siêu thị|lễ hội|hội thảo|bài (?:hát|viết|báo|thơ)|chuyên mục|mã độc|tạp chí)"
)
# Behind these another noun than the body is asked by.
_ELSEWHERE = rf"(?:ở|tại|nằm|thuộc|bị|được|do|từ|bằng|theo|{_PLACE})"
_MANY = r"(?:bao nhiêu|mấy)"
_EXCEEDS = "(?<!cầu )(?<!hầm )vượt"
# "từ 10% lên bao nhiêu" asks what it becomes, not by how much.
_UP_TO = r"(?:lên|xuống|xuống còn|còn)(?: tới| đến| mức| thành)?"
# "điểm" as a spot: "điểm cầu", "điểm trường"; "thí điểm" and others only end in it.
_PAID = r"(?:thu|thu về|thu được|nộp|trả|phải trả|đóng|chi|chi trả|bán được|mất|hết|hụt thu)"
_PRICED = (
    r"(?<!đánh )(?:giá|trị giá|giá trị|giá tiền|học phí|viện phí|lệ phí|phí|cước|lương|tiền|kinh phí|vốn"
    r"|doanh thu|lợi nhuận)"
)
_SPOT = (
    r" (?:cầu|trường|tham quan|du lịch|đến|bán|thi|phát|giao dịch|dân cư|nóng|lắp|đỗ|dừng|tiếp|bưu|kết nối"
    r"|phục vụ|hỗ trợ|truy cập|thử|tập kết|ngập|ùn tắc|nghẽn|sạt lở|camera|wifi|cung cấp|thu|mù|đen|sáng|mới"
    r"|mất|lõm|lún|nối|nguy (?:hiểm|cơ)|chi trả|đón|tiêm|sạc|quan trắc|đo|phá rừng|cháy|khai thác|tập|chốt|nhận|lấy)"
)
INDEX = (
    r"\b(?:chỉ số |bộ chỉ số |điểm )?(?:dti|pci|papi|sipas|pgi|apci|par[ -]?index|chỉ số chuyển đổi số"
    r"|chỉ số cải cách hành chính)"
)
_POINTS = (
    r"(?<!thí )(?<!thời )(?<!địa )(?<!quan )(?<!trọng )(?<!đặc )(?<!ưu )(?<!nhược )(?<!cao )(?<!khởi )"
    rf"\bđiểm\b(?!{_SPOT})"
)

# Behind "mấy triệu" the question goes on with no noun that is counted: "mấy triệu thửa".
_END = (
    r"(?=\W*$|[,;]|\s+(?:để|cho|mỗi|một|trong|từ|khi|nếu|vào|ở|tại|năm|so|vốn|tiền|kinh phí|ngân sách|là|theo|của|với"
    r"|trên|hàng|vậy|và|hay|thì)\b)"
)
# Unaccented "dung" is "đứng", "dùng", "dụng" and "dựng"; mending takes one for another.
_NO_STANDING = "".join(
    f"(?<!{word} )"
    for word in "người sử áp nội xây tác tín ứng chuyên bạn việc cách hay tiêu".split()
)
# "Khi tỷ lệ vượt 80%, tỉnh đã cấp bao nhiêu giấy phép?": a share told by its figure is no more asked
# for where behind a pause things are counted.
_CIRCUMSTANCE = (
    rf"[^?]*?\d[^,;?]*[,;] [^?]*?\b{_MANY} (?!(?:phần|%|là|ở|tại|trong|trên|so|năm|vào|của|theo|cho|khi|vậy"
    r"|thế|rồi|và|hay|nhỉ|ạ|với|từ|đến|thì|tổng)\b)[^\W\d]"
)
# "bệnh viện hạng I", "hạng ba": a class, no rank.
_CLASS = r"(?:i{1,3}|iv|[abc]|đặc biệt|nhất|nhì|hai|ba|tư|\d)\b"
_OF_RANKS = (
    r"(?=\W*$|[,;]|\s+(?:trong|trên|cả|toàn|về|năm|so|tại|ở|của|theo|khu vực|thế giới|việt nam|tỉnh|quốc|nước|hồi|vào"
    r"|nếu|khi|và|quý|tháng|cụm|vùng|đông|châu|hạng|là|với|thì|từ|ngành|khối|hiện|đợt|kỳ|nhóm)\b|\s+\d)"
)

# (kind, pattern). Order matters: a narrower way of asking stands before a wider one.
RULES: tuple[tuple[str, str], ...] = (
    ("yesno", r"(?P<focus>,?\s*(?:có )?(?:đúng|phải)(?: vậy| thế)?(?: hay)? (?:không|ko|chưa|sai)\W*$)"),
    ("yesno", r"(?P<focus>\bcó (?:đúng|phải)(?: là| rằng)?\b)"),
    ("yesno", r"\bcó (?:ai|(?:[^\W\d]+ ){1,3}nào)\b[^,?]*(?P<focus>\b(?:không|chưa|ko)\W*$)"),
    ("compare", r"(?P<focus>\bso sánh\b|\bchênh(?: lệch)?(?: nhau)?\b|\bkhác nhau\b)"),
    (
        "superlative",
        rf"(?P<focus>\b{_PLACE} nào\b).*\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém) nhất\b",
    ),
    ("superlative", rf"(?P<focus>\b{_PLACE} nào\b)\s+(?:đứng|xếp)\s+(?:đầu|cuối|bét|chót)\b"),
    ("compare", rf"(?P<focus>\b{_PLACE} nào\b|\bbên nào\b)(?=.*\b(?:cao|thấp|nhiều|ít|lớn|tốt) hơn\b)"),
    # "Kể tên mấy đơn vị …": their names, and not how many they are.
    ("list", r"^\W*(?:hãy |xin |nhờ )?(?P<focus>kể (?:tên|ra|giùm|giúp|hộ|cho \w+)|liệt kê|nêu tên)(?: \w+){0,2} mấy\b"
             r"(?!.*\b(?:nào|gì|ai|đâu|bao nhiêu)\b)"),
    *REASON_RULES,
    *ADDRESS_RULES,
    *MEASURED_RULES,
    *NAMED_RULES,
    ("list", r"\b(?:hai|ba|bốn|năm|sáu|\d) (?:chủ thể|nhóm|bên|thành phần|lực lượng|đối tượng)\b[^?]*"
             r"(?P<focus>\blà (?:những )?(?:ai|gì))\W*$"),
    # "Kể tên mấy đơn vị …", "Kể giúp vài hệ thống …": named, not counted.
    ("list", r"^\W*(?:hãy |xin |nhờ |thử )?(?:bạn |anh |chị |ad )?(?P<focus>kể(?: tên| ra| giùm| giúp| hộ| cho)+"
             r"|(?:nêu|điểm) tên|liệt kê) (?:mấy|vài|một vài|một số|đôi ba)\b"),
    *PEOPLE_RULES,
    # "14 kế hoạch … là những kế hoạch nào": they are counted up.
    ("list", rf"(?<![\w.,/-])(?P<focus>\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) {_DOCUMENT}\b[^?]*"
             rf"\b(?:là|gồm) (?:những |các )?{_DOCUMENT} (?:nào|gì)\b"),
    ("document", rf"(?P<focus>\b{_DOCUMENT}(?:(?: số)? (?:nào|gì)| số {_MANY}))\b"),
    ("document", r"(?P<focus>\b(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|công văn) mấy)\b"
                 r"(?=\W*$| (?:của|do|về|quy định|cho|thì|là)\b)"),
    ("document", r"(?P<focus>\b(?:số hiệu|số ký hiệu)\b)(?=.*\b(?:nào|gì|bao nhiêu|mấy)\b)"),
    ("document", rf"(?<!bao nhiêu )\b{_NUMBERED}\b.*(?P<focus>{_ITS_NUMBER})"),
    ("document", rf"^\W*số (?:của )?{_NUMBERED}\b[^,?]*(?P<focus>\blà (?:gì|mấy|bao nhiêu|số nào)\b)"),
    ("document", r"^\W*(?:(?:trong |đến )?năm 20\d\d,? )?(?:văn bản|vb) [^,?]*\b(?P<focus>là gì\b)"),
    ("document", rf"(?P<focus>{_ARTICLE})"),
    ("document", r"\b(?:quy định|được nêu|được ghi|hướng dẫn) (?P<focus>(?:ở|tại|trong) đâu)\b(?=\W*$)"),
    ("office", r"\b(?:ông|bà|anh|chị|cô|đồng chí)\s[^,?]*?"
               r"\b(?<!tổ )(?P<focus>(?:giữ )?(?:vị trí|cương vị|chức vụ|chức danh|chức)(?: là)? (?:nào|gì))\b"),
    ("date", r"^(?!.*\b(?:xếp|đứng|hạng|lần)\b)"
             r".*(?P<focus>\b(?:(?:vào|hôm|ngày|các|những|mỗi|từ|đến|sáng|chiều|tối)(?: các| ngày)? thứ mấy"
             r"|thứ mấy(?= (?:hằng|hàng|trong|mỗi) tuần))\b)"),
    ("date", r"^(?!.*\b(?:xếp|đứng|hạng|lần|kỳ|phiên)\b).*\b(?:họp|học|nghỉ|trực|mở cửa|làm việc|phát)"
             r"(?: vào)? (?P<focus>thứ mấy)\b(?=\W*$)"),
    ("date", r"^\W*(?:hôm|ngày|buổi|lịch|phiên)\b(?!.*\b(?:xếp|đứng|hạng|lần)\b).*(?P<focus>\bthứ mấy\b)"),
    ("number", r"(?P<focus>\blần thứ (?:mấy|bao nhiêu))\b"),
    ("change", r"\b(?:hạng|vị trí)\b[^,?]*\b(?:tăng|giảm|tụt|lùi)(?: được| thêm| lên| xuống| mất| đi)*"
               rf" (?P<focus>{_MANY})\b"),
    ("rank", rf"(?P<focus>\b(?:hạng|thứ|vị trí|thứ hạng|vị thứ)(?: thứ)?(?: là)? (?:{_MANY}|nào))\b"
             r"(?! (?:tiền|đồng|tỷ|tỉ|triệu|nghìn|người|hồ sơ|tấn|giờ|xe|khách|mét|km|cm|m|giây|phút)\b)"),
    ("rank", rf"(?P<focus>\b(?:top|tốp) {_MANY})\b"),
    ("rank", r"^(?!\W*số (?!hạng)).*"
             rf"\b(?:(?<!sắp )xếp(?! lại)|{_NO_STANDING}đứng(?! (?:tên|ra))|hạng(?! {_CLASS})|thứ hạng|vị trí)\b.*"
             rf"(?<!ngày )(?<!tháng )(?<!tốn )(?<!hết )(?<!giá )(?P<focus>\b{_MANY}\b){_OF_RANKS}"),
    ("rank", r"\b(?:xếp hạng|thứ hạng)\b.*(?P<focus>\b(?:thế nào|ra sao|như thế nào"
             r"|(?<=hạng )nào|(?<=bậc )nào|(?<=trí )nào|(?<=mức )nào)\b)"),
    ("percent", rf"(?:%|(?<!nợ )(?<!tiền )\bthuế\b|\btỷ lệ\b|\blãi suất\b)[^;?]*? {_UP_TO} (?P<focus>{_MANY})\b"
                r"(?! (?:đồng|tiền|triệu|tỷ|tỉ))"),
    ("number", rf"\b(?:tăng|giảm|nâng|hạ|rút|cắt)\b[^;?]*? {_UP_TO} (?P<focus>{_MANY})\b(?! (?:bậc|hạng))"),
    ("percent", rf"\b(?:thuế suất|lãi suất|tỷ suất)\b.*(?P<focus>\b{_MANY}\b)"),
    ("change", rf"\b(?:tăng|giảm|{_EXCEEDS}|lên|xuống|tụt|hạ|thăng|nhích|leo|nhảy|vọt|rớt)\b[^,;]*?"
               rf"(?P<focus>\b{_MANY}\b)"
               r"(?= (?:bậc|nấc|hạng|lần))"),
    ("change", rf"\b(?<!để )(?<!nhằm )(?<!sau đợt )(?<!sau lần )(?<!sau khi )(?<!trước khi )(?<!trước đợt )"
               rf"(?:tăng|giảm|{_EXCEEDS})\b[^,;:]*?(?P<focus>\b{_MANY}\b)"
               r"(?!\s+(?:mục tiêu|chỉ tiêu|nhiệm vụ))"),
    # "mục tiêu vốn là bao nhiêu": "vốn" is no capital.
    ("percent", rf"\b(?:tỷ lệ|tỉ lệ|phần trăm|%)[^;?]*\bvốn (?:chỉ )?là (?P<focus>{_MANY})\b"),
    ("number", rf"^(?!.*\b(?:tiền|tỷ|tỉ|đồng)\b).*\b(?:mục tiêu|chỉ tiêu|đích|ngưỡng|mốc)\b[^;?]*"
               rf"\bvốn (?:chỉ )?là (?P<focus>{_MANY})\b"),
    # "ăn đứt chỉ tiêu bao nhiêu": exceeded by how much.
    ("change", r"\b(?:ăn đứt|bỏ xa|hơn(?: hẳn)?|trội hơn)\b(?: [^\s,;?]+){0,3}? (?:mục tiêu|chỉ tiêu|kế hoạch"
               rf"|dự toán)\b[^,;?]*?(?P<focus>\b{_MANY}\b)(?!\s+(?:mục tiêu|chỉ tiêu|nhiệm vụ))"),
    # "điểm cầu cấp tỉnh với cấp xã được bao nhiêu điểm": spots, and no score.
    ("number", rf"\bđiểm\b{_SPOT}\b.*(?P<focus>\b{_MANY})\s+điểm\W*$"),
    ("score", rf"(?<!tại )(?<!ở )(?P<focus>\b{_MANY}\s+điểm\b)(?!{_SPOT})"),
    ("score", rf"{_POINTS}.*(?P<focus>\b{_MANY}\b)(?=\W*$|\s+(?:điểm|ở|tại|trong|trên|năm|theo|về|cho|so|khi)\b)"),
    ("percent", rf"(?P<focus>\b{_MANY}\s*(?:phần trăm|%|phần(?= (?:số|tổng))))"),
    ("percent", r"\bchiếm (?:khoảng |chừng |tới |đến |hơn |gần )?(?P<focus>bao nhiêu)\b"
                r"(?! (?:tiền|tỷ|tỉ|triệu|ha|héc|mét|km|ghế|suất|người|chỗ|thời gian|dung lượng))"),
    ("money", rf"\b(?:tốn|tiêu tốn|tốn kém|rót)\b.*(?P<focus>\b{_MANY}\b)"
              r"(?! (?:ngày|giờ|phút|tháng|năm|thời gian|công))"),
    ("money", rf"^\W*(?:(?:riêng|tổng|mức|số|khoản|toàn bộ|hỏi) )*(?:lệ phí|phí|thuế|tiền|cước|lương|thu nhập|giá|vốn"
              rf"|học phí|viện phí)\b[^;]*?(?:\s{_PAID})?\s(?P<focus>bao nhiêu)"
              r"(?=\W*$|\s+(?:cho|mỗi|một|để|trong|từ|khi|thế|nếu|năm|ở|tại|so)\b)"),
    ("money", rf"\b{_PRICED}(?: (?:cao|thấp|đắt|rẻ|lớn|nhỏ) nhất| tối (?:đa|thiểu)| bình quân| trung bình)?"
              r"(?: (?:là|khoảng|chừng|cỡ|tầm|hơn|gần|tới|đến|được|còn))*\s(?P<focus>bao nhiêu)"
              rf"{_END}"),
    ("money", r"\b(?:khởi điểm|đấu giá|trúng thầu)\b[^;,?]*?\s(?P<focus>bao nhiêu)(?=\W*$)"),
    ("money", rf"\b{_PRICED}\b[^;,?]*?\s(?P<focus>bao nhiêu)(?= (?:một|mỗi) (?!lần|năm|tháng|ngày|quý)[^\s,?]+\W*$)"),
    ("money", r"\bphạt(?: tiền| hành chính)?\s(?:khoảng |hơn |tới )?(?P<focus>bao nhiêu)"
              r"(?=\W*$|\s+(?:vì|về|do|theo|cho|nếu|khi|một|mỗi)\b)"),
    ("money", rf"\b{_PAID}\s(?:khoảng |hơn |gần |tới |chừng )?(?P<focus>bao nhiêu)"
              r"(?=\W*$|\s+(?:cho|mỗi|một|để|trong|từ|khi|nếu)\b)"),
    ("money", rf"(?P<focus>\b{_MANY}\s+(?:tiền|(?:nghìn )?(?:tỷ|tỉ|triệu)(?: đồng| usd| đô la|{_END})|đồng|usd|đô)\b)"),
    (
        "money",
        r"\b(?:kinh phí|số tiền|tổng vốn|vốn đầu tư|tổng mức đầu tư|ngân sách|doanh thu|giá trị"
        rf"|tổng giá trị|chi phí|dự toán)\b.*(?P<focus>\b{_MANY}\b)",
    ),
    (
        "percent",
        rf"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)\b(?!{_CIRCUMSTANCE}).*"
        rf"(?P<focus>\b(?:{_MANY}|ra sao|thế nào|như thế nào|mức nào)\b)",
    ),
    ("percent", r"\b(?:chiếm|tương đương|đóng góp|mang (?:về|lại))\b[^,]*?(?P<focus>\bbao nhiêu\b)"
                r"(?=\W*$|\s+(?:grdp|gdp|tổng|trong|của|so)\b)"),
    ("percent", r"\b(?:tỷ lệ|tỉ lệ) (?P<focus>nào)\b(?=\W*$)"),
    ("money", r"\b(?<!đánh )(?<!yết )(?<!khai )(?<!lý )giá (?P<focus>(?:thế )?nào|sao|ra sao)\b(?=\W*$)"),
    ("count", rf"(?P<focus>\b{_MANY})\s+(?:tỉnh|địa phương)\b"),
    ("number", r"(?P<focus>\bbao lâu\b)(?! (?:một|mỗi) lần)"),
    ("date", r"(?P<focus>\b(?:khi nào|bao giờ|lúc nào|hôm nào|hồi nào|ngày nào"
             r"|ngày tháng nào|thời gian nào|thời điểm nào|năm học nào|nhiệm kỳ nào"
             r"|giai đoạn nào|năm nào|tháng nào|quý nào|quý mấy|ngày tháng năm nào|bữa nào|hạn (?:chót )?nào"
             rf"|{_EACH_TIME}(?:ngày|tháng|năm) {_MANY}(?!{_PER_TIME})"
             rf"|(?<=trong )(?:ngày|tháng|quý|năm) {_MANY}(?=\W*$|\s+(?:thì|mới|sẽ|của|năm)\b)))\b(?! cũng\b)"),
    ("date", r"(?P<focus>(?:(?<!.)|(?<=xong )|(?<=đến )|(?<=tới )|(?<=từ ))chừng nào"
             r"|chừng nào(?= (?:mới|thì|xong)))\b"),
    ("score", rf"{INDEX}\b[^,?]*(?P<focus>\b{_MANY}\b)(?=\W*$)"),
    ("number", rf"(?P<focus>\b{_MANY}\b|\bbao xa\b)"),
    ("number", r"\b(?:tỷ lệ|tỉ lệ|tiến độ|chiến dịch|hoàn thành|thực hiện|số hóa|số hoá|làm)\b[^,?]*"
               r"(?P<focus>\b(?:tới|đến) đâu\b)(?=(?: rồi)?\W*$)"),
    ("how", r"\b(?:xử|xử lý|kỷ luật)\b[^,?]*(?P<focus>\b(?:mức|cỡ) nào\b)"),
    ("percent", r"\b(?:tỷ lệ|tỉ lệ)\b.*(?P<focus>\bcon số nào)\b"),
    ("number", r"(?P<focus>\b(?:con số|mức|ngưỡng|cỡ|tầm|chừng) nào\b)"),
    ("number", r"\bsố lượng\b.*(?P<focus>\b(?:ra sao|thế nào|như thế nào)\b)"),
    ("office", r"(?P<focus>(?<!tổ )\b(?:giữ )?(?:chức vụ|chức danh|chức)(?: là)? (?:gì|nào)\b"
               r"|\blà (?:lãnh đạo|cán bộ) gì\b)"),
    ("office", r"^\W*(?P<focus>(?:chức vụ|chức danh|cương vị))\b"),
    ("person", r"(?P<focus>\b(?:bộ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|bí thư"
               r"|hiệu trưởng|cục trưởng|trưởng phòng|lãnh đạo) nào\b)"),
    ("office", r"(?P<focus>\b(?:giữ|đảm nhiệm|đảm nhận|ngồi|nắm) (?:cương vị|vị trí|trọng trách|vai trò|ghế)(?: là)?"
               r" (?:gì|nào)\b)"),
    ("person", r"(?P<focus>\b(?:người nào|đồng chí nào|ông nào|bà nào|(?<!đơn )vị nào|cán bộ nào|lãnh đạo nào)\b)"),
    ("how", rf"^(?!.*\b(?:{_PEOPLE}|{OFFICE})\b)(?!.*\bnào\b).*\b{_THING}\b.*(?P<focus>\btên(?: gọi)?(?: là)? gì)\b"),
    ("organization", rf"(?P<focus>\b{_ORGANIZATION} nào\b)(?=.*\btên(?: là)? gì\b)"),
    ("how", rf"^\W*{_NAMED_FIRST}\b(?!.*\bnào\b).*(?P<focus>\btên(?: gọi)?(?: là)? gì)\b"),
    ("how", r"\bđổi\b[^,?]*(?P<focus>\btên(?: mới)?(?: là)? gì)\b"),
    ("person", rf"(?P<focus>\b(?:tên(?: là)? gì|họ tên|họ và tên|tên của(?! {_THING}\b))\b)"),
    ("person", r"(?:^|(?<=\s))(?P<focus>ai)\b"),
    ("country", r"(?P<focus>\b(?:(?:những|các) )?(?:nước|quốc gia|đất nước) nào\b)"),
    ("places", rf"(?P<focus>\b(?:những|các) {_PLACE} nào\b)"),
    ("list", r"(?P<focus>\b(?:những|các|hai|(?<!học )ba|bốn|sáu(?! \d)"
             r"|(?<!việt )năm(?! (?:\d|ngoái|nay|qua|học|đó|sau|trước|ở|trong|tại))"
             rf"|{_ONE_OF}(?<![\d/.,-])\d{{1,2}}(?!\s?%|[\d/.,-]|{_AMOUNT}))\b(?={_OF_LIST}))"),
    ("organization", r"(?P<focus>\b(?:cơ sở|bên|nhà cung cấp|hãng)(?: [^\s,?]+){0,4}? nào\b)"),
    ("organization", rf"(?P<focus>\b{_ORGANIZATION}(?: (?!(?:{_ELSEWHERE}|thế|cách)\b)[^\s,?]+){{0,3}}?"
                     r" nào\b)"),
    ("how", r"\b(?:tiền|kinh phí|vốn|ngân sách|nguồn|tài trợ)\b.*(?P<focus>\b(?:(?:đến )?từ đâu|ở đâu ra)\b)"),
    ("how", r"\b(?:tiền|kinh phí|vốn|ngân sách|chi phí)\b.*\b(?:lấy|trích|huy động) (?P<focus>(?:ở|từ|tại) đâu)\b"),
    ("how", r"^\W*nguồn (?:tiền|kinh phí|vốn|lực)\b.*(?P<focus>\bở đâu\b)"),
    ("province", r"(?P<focus>\b(?:(?:ở|tại|vào|đến|số) )?địa chỉ (?:là )?(?:nào|gì|(?:ở )?đâu)\b|\bđịa điểm nào\b)"),
    ("province", r"^\W*địa chỉ\b[^,?]*(?P<focus>\b(?:là (?:gì|đâu)|ở đâu)\W*$)"),
    ("province", r"^\W*(?P<focus>địa chỉ)\b(?! (?:email|e-mail|web|trang|ip|mạng|truy cập))[^,?]*\W*$"),
    ("province", rf"{_TO}(?P<focus>chỗ nào\b)(?! (?:trong|của) (?:báo cáo|bài|văn bản)\b)"),
    ("province", r"(?:ở|tại|thuộc|từ|đến|tới|sang|của|tiểu) (?P<focus>bang nào\b)"),
    ("province", rf"(?P<focus>\b{_PLACE} nào\b|\b(?:ở|tại|đến từ|đi|về|đến|tới|sang|ra) đâu\b)"),
    ("list", r"(?P<focus>\b(?:bao )?gồm(?: có)?(?: những)? gì\b|(?<!được )\b(?:liệt kê|kể tên)\b|\bgồm những\b)"),
    ("yesno", r"\bcó\b.*(?P<focus>\b(?:không|hay không|hay chưa|chưa|ko)\W*$)"),
    ("yesno", r"\bđã\b.*(?P<focus>\b(?:chưa|hay chưa)\W*$)"),
    ("yesno", r"\b(?:có|đã|sẽ|đều)\b.*(?P<focus>\b(?:chứ|à|hả)\W*$)"),
    ("how", r"(?P<focus>\b(?:như thế nào|thế nào|ra sao|bằng cách nào|cách nào|làm sao|làm gì|là gì|gì)\b)"),
    ("how", r"\b(?:thì|bị|tính|xử trí|xử lý|giải quyết|sửa|chữa) (?P<focus>sao)\b"),
    ("how", r"(?P<focus>\b(?:qua|dựa vào|nhờ|dựa trên|bằng|từ|vào|lên) đâu\b)"),
    ("how", r"(?P<focus>\bnào\b)"),
    ("yesno", r"\S (?P<focus>(?:à|hả|chứ)\W*$)"),
    ("compare", r"\bhay\b.*\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm|đông|sớm|muộn|đắt|rẻ|dài|ngắn)"
                r"(?: \w+){0,3}? hơn\b.*?(?P<focus>$)"),
    ("compare", r"\b(?:nhiều|ít|cao|thấp|lớn|nhỏ)\b.*\bhay\b.*\bhơn\W*(?P<focus>$)"),
    ("compare", r"\bhay\b.*\b(?:xếp|đứng) (?:trên|dưới|trước|sau)\b.*?(?P<focus>$)"),
    ("percent", r"^(?:tỷ lệ|tỉ lệ|%|phần trăm|mức độ hoàn thành)\b.*?(?P<focus>$)"),
    ("score", rf"^(?:điểm số|tổng điểm|(?:số )?điểm\b(?!{_SPOT}))\b.*?(?P<focus>$)"),
    ("rank", r"^(?:xếp hạng|thứ hạng|vị trí|hạng)\b.*?(?P<focus>$)"),
    ("rank", rf"^[^,?]*\b(?:xếp hạng|thứ hạng|hạng)(?: về| trong| theo)? {INDEX}\b.*?(?P<focus>$)"),
    # "DTI Quảng Ninh 2022": an index without a question word is its score, or the rank it gives.
    ("score", rf"^\W*{INDEX}\b(?!.*\b(?:và|của ai|theo)\b).*?(?P<focus>$)"),
    ("money", r"^(?:tổng |tổng số |mức |số )*(?:kinh phí|vốn|mức đầu tư|doanh thu|thu ngân sách|thu nsnn"
              r"|chi ngân sách|ngân sách|lợi nhuận|giá|phí|lệ phí|cước|giá cước"
              r"|học phí|lương|tiền|nợ|chi phí|dự toán|thu nhập|lãi)\b.*?(?P<focus>$)"),
    ("number", r"^(?:số|số lượng|tổng số|mục tiêu|chỉ tiêu|chỉ số|dân số|diện tích|quy mô|tổng|sản lượng)\b"
               r".*?(?P<focus>$)"),
    ("date", r"\btrước ngày(?P<focus>\W*$)"),
    ("date", r"^(?:ngày|thời gian|thời điểm|hạn|thời hạn|thời hạn chót|mốc)\b.*?(?P<focus>$)"),
    ("how", r"\b(?:trước|sau) hay\b.*\b(?:trước|sau)\b.*?(?P<focus>$)"),
    ("person", rf"^(?:phó )?{OFFICE}\b.*?(?P<focus>$)"),
    ("person", r"^người (?:được|đầu tiên|đứng đầu|sáng lập|phát minh|phụ trách|chủ trì|ký)\b.*?(?P<focus>$)"),
    ("person", r"^(?:tên thật|chồng|vợ|cha|mẹ|bố|con|con trai|con gái|tác giả) của\b.*?(?P<focus>$)"),
)  # fmt: skip
