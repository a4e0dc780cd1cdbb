"""The few lines of JavaScript that Streamlit has no setting for; none contains any data."""

import streamlit as st

_RUN = """<script>(() => {
  const until = Date.now() + 3000;
  const act = () => { if (!(%s)() && Date.now() < until) setTimeout(act, 50); };
  act();
})();</script>"""

_FOCUS = """() => {
  document.documentElement.lang = "%s";
  const box = document.querySelector('[data-testid="stChatInputTextArea"]');
  if (box && matchMedia("(pointer: fine)").matches) box.focus({preventScroll: true});
  return box;
}"""

_SCROLL = """() => {
  const target = document.querySelector('%s');
  if (target) target.scrollIntoView({block: "%s"});
  return target;
}"""


def focus_question_box(language: str) -> None:
    """Put the cursor in the question box, and tell screen readers the page's language."""
    _run("focus", _FOCUS % language)


def scroll_to_article_span() -> None:
    """Bring the cited span of the open article into view as soon as it is drawn."""
    _run("article", _SCROLL % (".article .target", "center"))


def scroll_to_question(anchor: str) -> None:
    """Bring a question to the top, so that its answer is read from the start."""
    _run("question", _SCROLL % (f"#{anchor}", "start"))


def _run(name: str, action: str) -> None:
    with st.container(key=f"script-{name}"):  # the style sheet hides these
        st.html(_RUN % action, unsafe_allow_javascript=True)
