"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a `draw` function."""

import streamlit as st

from ui import chat, frame, manage, present
from ui.signin import for_askers, for_staff

frame.configure()
page = st.navigation([chat.page(), present.page(), manage.page()], position="top")
admitted = for_staff if page.url_path == manage.ADDRESS else for_askers
frame.run(admitted(page.run))
