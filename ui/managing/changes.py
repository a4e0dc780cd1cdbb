"""The one queue of changes of this process, and how it is shown while it works."""

import os
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from index.update import READING
from index.writer import COMPARING, ENCODING, INDEXING, STORING
from service.changes import Outcome
from service.corpus import corpus_path
from service.uploads import Job, Uploads
from ui.engine import index_path
from ui.markup import safe
from ui.signin import require_staff
from ui.text import say

_EVERY = 1.0  # seconds between two looks at a change that goes on
_SHOWN = 3
_STAGES = {
    READING: "stage.reading",
    COMPARING: "stage.comparing",
    ENCODING: "stage.encoding",
    STORING: "stage.storing",
    INDEXING: "stage.indexing",
}
_GOOD = ("added", "changed", "unchanged", "removed")


def uploads() -> Uploads:
    """The queue of changes, shared by all sessions."""
    return _uploads(os.fspath(corpus_path()), index_path())


def draw_changes() -> None:
    """Draw the changes that go on, and the reports of the last ones."""
    jobs = uploads().jobs()
    going_on = any(not job.over for job in jobs)
    seen = tuple(job.number for job in jobs if not job.over)
    st.fragment(_draw, run_every=_EVERY if going_on else None)(seen)


@st.cache_resource(show_spinner=False)
def _uploads(corpus: str, index: str) -> Uploads:
    return Uploads(Path(corpus), Path(index))


def _draw(going_on: tuple[int, ...]) -> None:
    require_staff()
    queue = uploads()
    if any(job.over for number in going_on if (job := queue.job(number))):
        st.rerun()  # the lists on the page are another's after a change
    for job in queue.jobs()[:_SHOWN]:
        with st.container(border=True, key=f"change-{job.number}", gap="small"):
            _draw_job(queue, job)


def _draw_job(queue: Uploads, job: Job) -> None:
    several = "change.files" if job.kind == "add" else "change.items"
    name = job.names[0] if len(job.names) == 1 else say(several, count=len(job.names))
    title = say(f"change.{job.kind}", name=name)
    phase = say(f"phase.{job.phase}")
    st.html(
        f'<h2 class="change">{safe(title)}</h2>'
        f'<p class="quiet" role="status">{safe(phase)}{_counts(job.outcomes)}</p>'
    )
    if job.phase == "running":
        share = job.done / job.total if job.total else 0.0
        text = say("change.stage", stage=_stage(job), done=job.done, total=job.total)
        st.progress(min(1.0, share), text=text if job.total else say("change.begins"))
    if not job.over and job.kind == "add":
        st.html(_waiting(job))
    if job.error:
        st.html(f'<p class="note" role="alert">{safe(job.error)}</p>')
    if job.outcomes:
        st.html(_report(job))
    _draw_ways_on(queue, job)


def _draw_ways_on(queue: Uploads, job: Job) -> None:
    """What can be done with a change: undo it, cancel it, take it off the page."""
    before = {outcome.undo: outcome.name for outcome in job.outcomes if outcome.undo}
    fresh = {one.document: one.name for one in job.outcomes if _is_fresh(job, one)}
    with st.container(horizontal=True, gap="small"):
        label = say("change.redo" if job.kind == "restore" else "undo")
        if (before or fresh) and st.button(label, key=f"undo-{job.number}", icon=":material/undo:"):
            if before:
                queue.restore(before)
            if fresh:
                queue.remove(fresh)
            queue.forget(job.number)
            st.rerun()
        if job.phase == "waiting" and st.button(say("change.cancel"), key=f"stop-{job.number}"):
            queue.cancel(job.number)
            st.rerun()
        if job.over and st.button(say("change.close"), key=f"close-{job.number}", type="tertiary"):
            queue.forget(job.number)
            st.rerun()


def _is_fresh(job: Job, outcome: Outcome) -> bool:
    """Whether a document was not there before the change: removing it undoes that."""
    return job.kind == "add" and outcome.state in ("added", "duplicate") and not outcome.undo


def _stage(job: Job) -> str:
    return say(_STAGES[job.stage]) if job.stage in _STAGES else job.stage


def _counts(outcomes: Iterable[Outcome]) -> str:
    states: dict[str, int] = {}
    for outcome in outcomes:
        states[outcome.state] = states.get(outcome.state, 0) + 1
    parts = [f"{say(f'state.{state}').lower()} {count}" for state, count in states.items()]
    return safe(f": {', '.join(parts)}") if parts else ""


def _waiting(job: Job) -> str:
    """The files of a change that goes on, and which of them is being read."""
    rows = ""
    for number, name in enumerate(job.names):
        reading = job.stage == READING
        state = "waiting"
        if job.phase == "running" and job.stage:
            state = "read" if not reading or number < job.done else "waiting"
            state = "reading" if reading and number == job.done else state
        rows += f'<li class="{state}"><span>{safe(name)}</span> {safe(say(f"file.{state}"))}</li>'
    return f'<ul class="outcomes">{rows}</ul>'


def _report(job: Job) -> str:
    rows = ""
    for outcome in job.outcomes:
        state = say(f"state.{outcome.state}")
        reason = outcome.reason
        if outcome.state == "duplicate":
            reason = say("duplicate.of", name=outcome.reason)
        elif outcome.document and outcome.document != outcome.name and outcome.state in _GOOD:
            reason = say("kept.as", name=outcome.document)
        more = f' <span class="quiet">{safe(reason)}</span>' if reason else ""
        rows += (
            f'<li class="{outcome.state}"><span>{safe(outcome.name)}</span> '
            f"<strong>{safe(state)}</strong>{more}</li>"
        )
    return f'<ul class="outcomes">{rows}</ul>'
