"""The memo with the verdict on each of its claims, from docs/memo/ and the boxes on the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitekit import ContentError
from sitekit.page import Page
from sitekit.project import Project, once
from sitekit.words import NAME, words

CLAIMS = "docs/memo/claims.toml"
MEMO = "docs/memo/memo.md"
ENGLISH = "docs/memo/memo.en.md"
_OPENING = re.compile(r'^!!! memo "(?:(?P<claim>[\w/]+\.\d+) )?(?P<title>.+)"$', re.MULTILINE)
_BOX = re.compile(rf"{_OPENING.pattern}\n\n(?P<text>(?:    .+\n?|\n)+)", re.MULTILINE)
_NOTHING = re.compile(r"\s*(<br/>|---|-)?\s*")  # a line of the memo that says nothing


@dataclass(frozen=True)
class Claim:
    """One claim of the memo."""

    id: str  # page and number
    lines: tuple[int, ...]  # of memo.md, from 1; none for what the memo leaves out
    verdict: str
    evidence: str  # <script>:<section>, in examples/<page>/

    @property
    def key(self) -> str:
        """The page that proves it."""
        return self.id.rpartition(".")[0]

    @property
    def script(self) -> str:
        """The script that proves it, from the project's root."""
        return f"examples/{self.key}/{self.evidence.partition(':')[0]}"

    @property
    def anchor(self) -> str:
        """The section that proves it, and the heading that it stands under."""
        return self.evidence.partition(":")[2]


@dataclass(frozen=True)
class Box:
    """What a page says of one claim."""

    title: str
    text: str  # indented, as it stands


@once
def verdicts(project: Project) -> list[str]:
    """Return the names of the verdicts, in the order of the page that explains them."""
    return list(project.data(NAME)["verdicts"])


def verdict(project: Project, language: str, name: str) -> str:
    """Return a verdict in the words of a language."""
    return words(project, language)[f"verdicts.{name}"]


@once
def claims(project: Project) -> list[Claim]:
    """Return the claims, in the memo's order.

    Raises:
        ContentError: an unknown verdict, a missing or unknown field, an id that comes twice.
    """
    found: dict[str, Claim] = {}
    for row in project.data(CLAIMS)["claim"]:
        if set(row) != {"id", "lines", "verdict", "evidence"}:
            raise ContentError(f"{CLAIMS}: {row} must have id, lines, verdict and evidence alone")
        claim = Claim(row["id"], tuple(row["lines"]), row["verdict"], row["evidence"])
        if claim.verdict not in verdicts(project):
            known = ", ".join(verdicts(project))
            raise ContentError(f"{CLAIMS}: {claim.id} has the verdict '{claim.verdict}', not one of: {known}")
        if claim.id in found:
            raise ContentError(f"{CLAIMS}: the id {claim.id} comes twice")
        found[claim.id] = claim
    return list(found.values())


@once
def boxes(project: Project, language: str, key: str) -> dict[str, Box]:
    """Return the boxes under a page's #memo heading, by the claim that each is about.

    A box says its claim before its title (`!!! memo "ols.2 title"`), or is about the claim of its own number.
    """
    page = project.page(language, key)
    return {
        box["claim"] or f"{key}.{number}": Box(box["title"], box["text"].rstrip())
        for number, box in enumerate(_BOX.finditer(page.section("memo")), 1)
    }


def with_verdicts(project: Project, page: Page, text: str) -> str:
    """Return a page's Markdown with each box marked by its claim's verdict, for the style that tells them apart."""
    ids = iter(boxes(project, page.language, page.key))
    known = {claim.id: claim for claim in claims(project)}

    def opening(found: re.Match) -> str:
        claim = known.get(next(ids, ""))
        return _opening(claim, found["title"]) if claim else found[0]

    section = page.section("memo")
    return text.replace(section, _OPENING.sub(opening, section)) if section else text


def _opening(claim: Claim, title: str) -> str:
    return f'!!! memo tm-{claim.verdict} "{title}"'


def markdown(project: Project, language: str) -> str:
    """Return the memo line by line, each claim with its box, whose links lead to the pages."""
    korean, english = (project.text(name).splitlines() for name in (MEMO, ENGLISH))
    after: dict[int, list[Claim]] = {}
    for claim in claims(project):
        after.setdefault(max(claim.lines, default=0), []).append(claim)
    lines: list[str] = []
    shown: list[str] = []
    for number, line in enumerate(korean, 1):
        if not _NOTHING.fullmatch(line):
            shown.append(line.rstrip())
            if language == "en" and english[number - 1] != line:
                shown.append(english[number - 1])
        if number in after or number == len(korean):
            lines += ["``` { .text .tm-memo .no-copy }", *shown, "```", ""] if any(shown) else []
            shown = []
            lines += [_box(project, claim, language) for claim in after.get(number, [])]
    return "\n".join([*lines, *(_box(project, claim, language) for claim in after.get(0, []))])


def _box(project: Project, claim: Claim, language: str) -> str:
    """Return a claim's box as the memo page shows it: links from the top folder, the proof at the end."""
    box = boxes(project, language, claim.key).get(claim.id)
    if not box:
        raise ContentError(f"docs/{language}/{claim.key}.md has no box for {claim.id} under #memo")
    text = re.sub(r"\]\(#", f"]({claim.key}.md#", box.text)
    if "/" in claim.key:
        text = text.replace("](../", "](")
    proof = words(project, language)["memo.proof"]
    link = f"[`{claim.script}`]({claim.key}.md#{claim.anchor})"
    return f"{_opening(claim, box.title)}\n\n{text}\n    ({proof}: {link})\n"
