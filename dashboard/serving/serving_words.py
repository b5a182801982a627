"""What the server says to whoever starts and keeps it."""

from __future__ import annotations

SECRET_GUESSABLE = (
    "Chuỗi bí mật ở {where} đoán được (chép từ hướng dẫn, ngắn hơn {shortest} ký tự, hoặc lặp lại), nên máy chủ không chạy: ai biết nó thì vào được tài khoản bất kỳ. "
    'Hãy bỏ dòng đó đi, phần mềm tự tạo; nếu nhiều máy chủ dùng chung thì tạo bằng: python3 -c "import secrets; print(secrets.token_hex(32))".'
)
SECRET_NEEDED = (
    "Máy chủ dùng PostgreSQL và đăng nhập bằng tài khoản của tỉnh thì mọi máy chủ phải chung một chuỗi bí mật. Hãy đặt STREAMLIT_SERVER_COOKIE_SECRET bằng chuỗi do lệnh này in ra: "
    'python3 -c "import secrets; print(secrets.token_hex(32))".'
)
PLACEHOLDER = (
    "Chỗ này còn nguyên chữ mẫu của hướng dẫn: {where}. Hãy thay bằng giá trị thật rồi chạy lại."
)
NO_BACKUP = "Chưa có bản sao lưu của hôm nay trong {folder}. {why} Phần mềm thử lại mỗi 10 phút; nếu lời báo này còn, hãy sao lưu bằng tay (python3 run.py backup TỆP)."
