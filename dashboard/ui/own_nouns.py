"""In which nouns a screen speaks: those of the plan by which the movement in view is read now."""

from __future__ import annotations

from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.serving.movement_in_view import BOUND
from dashboard.ui.plan_in_force import plan
from dashboard.writing import nouns


def of_this_run() -> None:
    """At the beginning of a run, which may be the first after another plan was stored."""
    nouns.speak(nouns.USUAL)  # what is said of a plan that cannot be read
    nouns.speak(plan().nouns.spoken)


def _of_the_tab() -> nouns.Nouns:
    """Asked outside of a whole run: in a callback, a part run alone, a thread, a file made on demand. Elsewhere no tab is in view."""
    if BOUND.get() is None and get_script_run_ctx(suppress_warning=True) is None:
        return nouns.USUAL
    of_this_run()
    return nouns.spoken()


nouns.ask(_of_the_tab)
