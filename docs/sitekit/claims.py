"""The memo with the verdict on each of its claims, from docs/memo/ and the boxes on the pages."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sitekit.script import ROOT

MEMO = ROOT / "docs" / "memo"
VERDICTS = {  # in the order of the page that explains them
    "true": ("맞다", "true"),
    "imprecise": ("부정확하다", "imprecise"),
    "outdated": ("낡았다", "outdated"),
    "wrong": ("틀리다", "wrong"),
    "open": ("열린 물음", "an open question"),
    "empty": ("비어 있다", "empty"),
    "unsaid": ("메모에 없음", "not in the memo"),
}
_SECTION = re.compile(r"^## [^\n]*\{ #memo \}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BOX = re.compile(r'^!!! memo "(?P<title>.+)"\n\n(?P<text>(?:    .+\n?|\n)+)', re.MULTILINE)


class ClaimError(Exception):
    """A claim that the memo page cannot show; the message names it and the way out."""


@dataclass(frozen=True)
class Claim:
    """One claim of the memo."""

    id: str  # page and number
    lines: list[int]  # of memo.md, from 1; none for what the memo leaves out
    verdict: str
    evidence: str  # <script>:<section>, in examples/<page>/

    @property
    def key(self) -> str:
        """The page that proves it."""
        return self.id.rpartition(".")[0]

    @property
    def script(self) -> Path:
        """The script that proves it."""
        return ROOT / "examples" / self.key / self.evidence.partition(":")[0]

    @property
    def anchor(self) -> str:
        """The section that proves it, and the heading that it stands under."""
        return self.evidence.partition(":")[2]


def claims() -> list[Claim]:
    """Return the claims, in the memo's order.

    Raises:
        ClaimError: an unknown verdict, a missing or unknown field, an id that comes twice.
    """
    found = []
    for row in tomllib.loads((MEMO / "claims.toml").read_text(encoding="utf-8"))["claim"]:
        try:
            claim = Claim(**row)
        except TypeError:
            raise ClaimError(f"docs/memo/claims.toml: {row} must have id, lines, verdict and evidence alone") from None
        if claim.verdict not in VERDICTS:
            known = ", ".join(VERDICTS)
            raise ClaimError(
                f"docs/memo/claims.toml: {claim.id} has the verdict '{claim.verdict}', not one of: {known}"
            )
        if claim.id in {other.id for other in found}:
            raise ClaimError(f"docs/memo/claims.toml: the id {claim.id} comes twice")
        found.append(claim)
    return found


def boxes(language: str, key: str) -> list[tuple[str, str]]:
    """Return title and text of each box under a page's #memo heading."""
    text = (ROOT / "docs" / language / f"{key}.md").read_text(encoding="utf-8")
    section = _SECTION.search(text)
    return [(box["title"], box["text"].rstrip()) for box in _BOX.finditer(section[1])] if section else []


def markdown(language: str) -> str:
    """Return the memo line by line, each claim with its box, whose links lead to the pages."""
    korean = (MEMO / "memo.md").read_text(encoding="utf-8").splitlines()
    english = (MEMO / "memo.en.md").read_text(encoding="utf-8").splitlines()
    after = {}
    for claim in claims():
        after.setdefault(max(claim.lines, default=0), []).append(claim)
    lines, shown = [], []

    def flush():
        if any(line.strip() for line in shown):
            lines.extend(["```text", *shown, "```", ""])
        shown.clear()

    for number, line in enumerate(korean, 1):
        if line.strip() and not re.fullmatch(r"\s*(<br/>|---|-)\s*", line):
            shown.append(line.rstrip())
            if language == "en" and english[number - 1] != line:
                shown.append(english[number - 1])
        if number in after:
            flush()
            for claim in after[number]:
                lines += [_box(claim, language), ""]
    flush()
    for claim in after.get(0, []):
        lines += [_box(claim, language), ""]
    return "\n".join(lines)


def counts(language: str) -> str:
    """Return how many claims there are of each verdict, as a table."""
    number = Counter(claim.verdict for claim in claims())
    words = {name: VERDICTS[name][language == "en"] for name in VERDICTS if name != "unsaid"}
    return "\n".join(
        [
            "| " + " | ".join(words.values()) + " |",
            "|" + " ---: |" * len(words),
            "| " + " | ".join(str(number[name]) for name in words) + " |",
        ]
    )


def _box(claim: Claim, language: str) -> str:
    """Return a claim's box as the memo page shows it: links from the top folder, the proof at the end."""
    number = int(claim.id.rpartition(".")[2])
    found = boxes(language, claim.key)
    if number > len(found):
        raise ClaimError(f"docs/{language}/{claim.key}.md has no box number {number} under #memo for {claim.id}")
    title, text = found[number - 1]
    text = re.sub(r"\]\(#", f"]({claim.key}.md#", text)
    if "/" in claim.key:
        text = text.replace("](../", "](")
    proof = {"ko": "근거", "en": "proof"}[language]
    where = f"examples/{claim.key}/{claim.evidence.partition(':')[0]}"
    return f'!!! memo "{title}"\n\n{text}\n    ({proof}: [`{where}`]({claim.key}.md#{claim.anchor}))'
