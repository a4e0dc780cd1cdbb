"""The web page: `streamlit run app.py`. Each page is a module of `ui` with a function `page`."""

import streamlit as st

from ui import chat, frame, present

frame.configure()
page = st.navigation([chat.page(), present.page()], position="top")
frame.run(page)
