"""What an installer's last words mean and what to do about it; a pure part, tried with the words of real failures."""

from __future__ import annotations

import re

from deploy.install import sentences

CURES: tuple[tuple[str, str], ...] = (
    (r"No space left on device|Errno 28|WinError 112|not enough space", sentences.DISK_FULL),
    (
        r"DO NOT MATCH THE HASHES|Hash mismatch",
        "Một gói tải về khác với gói đã ghi trong danh sách, nên không cài. Hãy chép lại bộ cài đặt "
        "(hoặc chạy lại nếu cài qua mạng); vẫn vậy thì báo người hỗ trợ, đừng cài bằng cách khác.",
    ),
    (
        r"ProxyError|Cannot connect to proxy|Tunnel connection failed|tunnel error|407 Proxy",
        "Mạng của cơ quan đi qua máy chủ proxy mà máy này chưa đi qua được. Hãy hỏi bộ phận CNTT địa chỉ proxy, đặt biến "
        "HTTPS_PROXY=http://ĐỊA-CHỈ:CỔNG, rồi chạy lại; hoặc dùng bộ cài đặt không cần mạng.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError|UnknownIssuer|invalid peer certificate",
        "Chứng thư của nơi tải gói không được máy này tin (thường vì mạng cơ quan kiểm tra nội dung). Hãy hỏi bộ phận CNTT tệp chứng thư gốc, "
        "đặt PIP_CERT=ĐƯỜNG-DẪN-TỆP và SSL_CERT_FILE=ĐƯỜNG-DẪN-TỆP, rồi chạy lại; hoặc dùng bộ cài đặt không cần mạng.",
    ),
    (
        r"NewConnectionError|name resolution|getaddrinfo|Connection refused|ConnectTimeout|ReadTimeout|dns error|"
        r"timed out|Network is unreachable|error sending request|Connection reset|client error \(Connect\)|operation timed",
        sentences.NO_NETWORK,
    ),
    (
        r"No matching distribution|could not find a version|no solution found|no wheels with a matching|not a supported wheel",
        "Không có gói dành cho máy này (Python {python}, {machine}). Hãy dùng Python 3.11 đến 3.14 loại 64 bit từ python.org; "
        "nếu cài từ bộ mang theo thì dùng đúng bộ lập cho hệ điều hành và bản Python của máy.",
    ),
    (
        r"Permission denied|Read-only file system|WinError 5|Access is denied",
        sentences.NOT_WRITABLE,
    ),
)


def cure(said: str, carried: bool = False, **fields: object) -> str:
    """One sentence for people about what the installer said; its own last lines where nothing here knows them.

    `carried`: the packages came from a folder; else a list of versions that is empty means that nothing was reached.
    """
    if not carried and "from versions: none" in said and not re.search(r"[Pp]roxy|SSL", said):
        return sentences.NO_NETWORK
    for signs, sentence in CURES:
        if re.search(signs, said, re.IGNORECASE):
            return sentence.format(**fields)
    last = [line.strip() for line in said.splitlines() if line.strip()][-5:]
    return sentences.OTHER.format(said="\n".join(last))
