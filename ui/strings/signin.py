"""Strings of signing in."""

from typing import Final

STRINGS: Final[dict[str, tuple[str, str]]] = {
    "sign.manage": ("Đăng nhập để quản lý", "Sign in to manage"),
    "sign.ask": ("Đăng nhập để hỏi", "Sign in to ask"),
    "sign.password": ("Mật khẩu", "Password"),
    "sign.in": ("Đăng nhập", "Sign in"),
    "sign.out": ("Đăng xuất", "Sign out"),
    "sign.as": ("Đã đăng nhập: {name}", "Signed in: {name}"),
    "sign.staff": ("Người quản lý", "Staff"),
    "sign.provider": ("Đăng nhập bằng tài khoản cơ quan", "Sign in with your work account"),
    "sign.with": ("Đăng nhập bằng {name}", "Sign in with {name}"),
    "sign.other": ("Dùng tài khoản khác", "Use another account"),
    "sign.stranger": (
        "Tài khoản {name} không có trong danh sách người quản lý, hoặc phiên đăng nhập đã hết hạn.",
        "{name} is not among the staff, or the sign-in has expired.",
    ),
    "sign.unset": (
        "Chưa đặt mật khẩu quản lý, nên hiện chỉ quản lý được từ dòng lệnh trên máy chủ.",
        "No password has been set: for now, managing works from the server's command line only.",
    ),
    "sign.unset.how": (
        "Để quản lý trên trang này, chạy lệnh sau trên máy chủ rồi tải lại trang:",
        "To manage from this page, run this on the server, then reload:",
    ),
}
