"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `draw` function."""

import streamlit as st

from ui import chat, compare, frame, library
from ui.text import say

frame.configure()
page = st.navigation(
    [
        st.Page(chat.draw, title=say("page.chat"), url_path="hoi-dap", default=True),
        st.Page(library.draw, title=say("page.library"), url_path="thu-vien"),
        st.Page(compare.draw, title=say("page.compare"), url_path="so-sanh"),
    ],
    position="top",
)
frame.run(page)
