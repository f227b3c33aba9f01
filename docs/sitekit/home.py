"""What the front page says in numbers and in lists, from the same data that the pages and the tests use."""

from __future__ import annotations

import json
from collections import Counter

from sitekit import ContentError, blocks
from sitekit.claims import Claim, boxes, claims, verdict
from sitekit.claims import verdicts as names
from sitekit.project import Project, once, scripts
from sitekit.records import last_cuda_run, version_key, versions
from sitekit.words import words

ERRORS = "torchmemo/errors.json"
MISTAKES = ("wrong", "outdated")
SAMPLE = "zero_grad.2"  # short, and few expect it


def numbers(project: Project, language: str) -> str:
    """Return how much has been run, compared, judged and found out, as a list."""
    ran = [script for script in scripts(project) if not script.needs_cuda or last_cuda_run(project, script)]
    passed = sorted({v for record in versions(project).values() for v in record["passed"]}, key=version_key)
    span = " – ".join([".".join(end.split(".")[:2]) for end in (passed[0], passed[-1])]) if passed else ""
    counted = {
        "scripts": (len(ran), "contributing.md"),
        "outputs": (sum(len(script.outputs) for script in ran), "#trust"),
        "claims": (len(_judged(project)), "memo.md"),
        "versions": (len(passed), "contributing.md#versions"),
        "errors": (_errors(project), "errors.md"),
    }
    said = words(project, language)
    items = [
        f"- [**{number:,}** {said[f'home.{name}']}{f' ({span})' if name == 'versions' and span else ''}]({link})"
        for name, (number, link) in counted.items()
    ]
    return "\n".join(['<div class="tm-numbers" markdown>', "", *items, "", "</div>"])


@once
def _errors(project: Project) -> int:
    """Return how many messages the package knows."""
    return len(json.loads(project.text(ERRORS))["entries"])


def verdicts(project: Project, language: str) -> str:
    """Return how many claims there are of each verdict: a bar for the eye, and a list."""
    number = Counter(claim.verdict for claim in _judged(project))
    counted = [name for name in names(project) if number[name]]
    parts = "".join(f'<i class="tm-{name}" style="width: {number[name] / number.total():.1%}"></i>' for name in counted)
    items = [f"- {_chip(project, language, name)} {number[name]}" for name in counted]
    bar = f'<div class="tm-bar" aria-hidden="true">{parts}</div>'
    return "\n".join([bar, "", '<div class="tm-counts" markdown>', "", *items, "", "</div>"])


def mistakes(project: Project, language: str) -> str:
    """Return the claims of the memo that would lead a reader astray, each with a link to what shows it."""
    found = [claim for name in MISTAKES for claim in _judged(project) if claim.verdict == name]
    items = [f"- {_line(project, language, claim)}" for claim in found]
    return "\n".join(['<div class="tm-mistakes" markdown>', "", *items, "", "</div>"])


def sample(project: Project, language: str) -> str:
    """Return one claim with its verdict and the code that shows it: what every page is made of.

    Raises:
        ContentError: the claim is gone.
    """
    claim = next((claim for claim in claims(project) if claim.id == SAMPLE), None)
    if not claim:
        raise ContentError(f"docs/sitekit/home.py: there is no claim {SAMPLE} to show on the front page: name another")
    script = project.script(claim.script)
    return "\n".join(
        [
            '<div class="tm-sample" markdown>',
            "",
            _line(project, language, claim),
            "",
            blocks.named("```python", script),
            *script.shown(claim.anchor),
            "```",
            "",
            "</div>",
        ]
    )


def _judged(project: Project) -> list[Claim]:
    """Return the claims that the memo makes."""
    return [claim for claim in claims(project) if claim.verdict != "unsaid"]


def _line(project: Project, language: str, claim: Claim) -> str:
    """Return a claim as a line: the verdict, and the memo's words, which lead to what shows it."""
    box = boxes(project, language, claim.key).get(claim.id)
    if not box:
        raise ContentError(f"docs/{language}/{claim.key}.md has no box for {claim.id} under #memo")
    quote = box.title.partition(" — ")[0]
    return f"{_chip(project, language, claim.verdict)} [{quote}]({claim.key}.md#{claim.anchor})"


def _chip(project: Project, language: str, name: str) -> str:
    """Return a verdict as a word with its mark."""
    return f"*{verdict(project, language, name)}*{{ .tm-verdict .tm-{name} }}"
