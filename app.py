"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `draw` function."""

import streamlit as st

from ui import chat, frame, manage
from ui.signin import for_askers, for_staff
from ui.text import say

frame.configure()
page = st.navigation(
    [
        st.Page(for_askers(chat.draw), title=say("page.chat"), url_path="hoi-dap", default=True),
        st.Page(for_staff(manage.draw), title=say("page.manage"), url_path="quan-ly"),
    ],
    position="top",
)
frame.run(page)
