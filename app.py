"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `draw` function."""

import streamlit as st

from ui import chat, frame
from ui.text import say

frame.configure()
page = st.navigation(
    [st.Page(chat.draw, title=say("page.chat"), url_path="hoi-dap", default=True)],
    position="top",
)
frame.run(page)
