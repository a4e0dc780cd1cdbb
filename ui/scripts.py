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

# Beside the button lie, unseen, the text to copy and what to say afterwards. The clipboard's own
# interface is there on https and localhost only; elsewhere a selection is copied.
_COPY = """() => {
  if (window.copiesAnswers) return true;
  window.copiesAnswers = true;
  const select = text => {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.style.cssText = "position:fixed;opacity:0";
    document.body.append(field);
    field.select();
    try { return document.execCommand("copy"); } finally { field.remove(); }
  };
  document.addEventListener("click", async event => {
    const button = event.target.closest?.("button.copy");
    if (!button) return;
    const part = name => button.parentElement.querySelector(name);
    const held = part(".to-copy");
    const text = held.classList.contains("is-link")
      ? new URL(held.textContent, document.baseURI).href : held.textContent;
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch { done = select(text); }
    button.focus();
    const told = part(".copied");
    told.textContent = part(done ? ".copy-done" : ".copy-failed").textContent;
    setTimeout(() => { told.textContent = ""; }, 4000);
  });
  return true;
}"""

# A presenter's remote control sends Page Up and Page Down. Keys typed into a field are its own.
# One pressed while the page is still being drawn waits for its button.
_KEYS = """() => {
  if (window.turnsSlides) return true;
  window.turnsSlides = true;
  const keys = {
    ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", Escape: "exit",
  };
  const press = name => {
    const button = document.querySelector(`.st-key-slide-${name} button:enabled`);
    if (button) button.click();
    else if (document.querySelector('[data-test-script-state="running"]')) setTimeout(press, 50, name);
  };
  document.addEventListener("keydown", event => {
    const name = keys[event.key];
    const field = event.target.closest?.("input, textarea");
    const presenting = document.querySelector(".st-key-presenting");
    if (!name || !presenting || event.ctrlKey || event.altKey || event.metaKey) return;
    if (field && field.value && name !== "exit") return;
    event.preventDefault();
    press(name);
  });
  return true;
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


def let_copy() -> None:
    """Let the buttons of class "copy" copy what lies beside them."""
    _run("copy", _COPY)


def let_keys_turn_slides() -> None:
    """Let the arrow keys, Page Up and Down, and Escape press the buttons of a presentation."""
    _run("keys", _KEYS)


def _run(name: str, action: str) -> None:
    with st.container(key=f"script-{name}"):  # the style sheet hides these
        st.html(_RUN % action, unsafe_allow_javascript=True)
