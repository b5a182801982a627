"""Parts that the secretariat's pages share, on a page of their own."""

from __future__ import annotations

import screens
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from dashboard.ui import desk_parts

    desk_parts.told_before()
    st.expander("Trả lời").write("Con số")
    if st.button("Lưu"):
        desk_parts.told("Đã lưu.")
        st.rerun()


def places(app: AppTest) -> list[str]:
    return [one.type for one in app.main.children.values()]


def test_what_stands_below_a_message_does_not_move_when_it_comes_and_goes():
    app = AppTest.from_function(page, default_timeout=screens.PATIENCE).run()
    before = places(app)
    app.button[0].click().run()
    assert "Đã lưu." in str(app.get("html")[0].proto.body) and places(app) == before
    app.run()
    assert not app.get("html") and places(app) == before, "what was unfolded stays unfolded"
