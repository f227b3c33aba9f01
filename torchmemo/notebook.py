"""A notebook extension: ``%load_ext torchmemo`` prints what the pages know under each traceback."""

from __future__ import annotations

import traceback

from torchmemo.__main__ import SITE, system_language
from torchmemo.errors import read


def load(shell, language: str | None = None) -> None:
    """Explain each error of a notebook from now on.

    An error that the site does not know is left as it is.

    Args:
        shell: IPython's, as ``%load_ext`` passes it.
        language: "ko" or "en"; None for the system's.
    """
    unload(shell)
    explainer = Explainer(language or system_language())
    shell.torchmemo_explainer = explainer
    shell.events.register("post_run_cell", explainer)


def unload(shell) -> None:
    """Explain no more."""
    if explainer := getattr(shell, "torchmemo_explainer", None):
        shell.events.unregister("post_run_cell", explainer)
        del shell.torchmemo_explainer


class Explainer:
    """What IPython calls after each cell."""

    def __init__(self, language: str):
        self.language = language

    def __call__(self, result) -> None:
        """Print the answers to the error that a cell ended with, if the site knows it."""
        error = result.error_in_exec or result.error_before_exec
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        text = "".join(traceback.format_exception(error))
        prefix = "en/" if self.language == "en" else ""
        for answer in read(text, self.language).answers:
            print(f"\n{answer.message}\n    {answer.cause}\n    {answer.fix}")
            print(f"    {SITE}{prefix}{answer.path}")
