"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `draw` function."""

import streamlit as st

from ui import chat, compare, frame, library, manage, present
from ui.signin import for_askers, for_staff
from ui.text import say

frame.configure()
page = st.navigation(
    [
        chat.page(),
        st.Page(library.draw, title=say("page.library"), url_path="thu-vien"),
        st.Page(compare.draw, title=say("page.compare"), url_path="so-sanh"),
        present.page(),
        manage.page(),
    ],
    position="top",
)
admitted = for_staff if page.url_path == manage.ADDRESS else for_askers
frame.run(admitted(page.run))
