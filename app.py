"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `page` function."""

import streamlit as st

from ui import chat, compare, frame, library, manage, present
from ui.signin import for_askers, for_staff

frame.configure()
page = st.navigation(
    [chat.page(), library.page(), compare.page(), present.page(), manage.page()], position="top"
)
admitted = for_staff if page.url_path == manage.ADDRESS else for_askers
frame.run(admitted(page.run))
