"""Every line of the memo is judged, by code that the tests run, in words that the data and the pages share."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import lxml.html
import pytest
from sitekit import claims
from sitekit.script import ROOT, needs_cuda, sections
from support.pages import LANGUAGES, pages

CLAIMS = [pytest.param(claim, id=claim.id) for claim in claims.claims()]
DATA = tomllib.loads((claims.MEMO / "claims.toml").read_text(encoding="utf-8"))
LINES = (claims.MEMO / "memo.md").read_text(encoding="utf-8").splitlines()


def test_each_line_of_the_memo_has_its_claim_or_makes_none():
    judged = {number for claim in claims.claims() for number in claim.lines}
    none = set(DATA["no_claim"])
    assert not judged & none, f"lines {sorted(judged & none)} have a claim and are said to make none"
    said = {n for n, line in enumerate(LINES, 1) if line.strip() and not re.fullmatch(r"\s*<br/>\s*", line)}
    code = {n for n in said if LINES[n - 1].strip().startswith("```")}
    left = sorted(said - judged - none - code)
    assert not left, "docs/memo/claims.toml: give these lines a claim, or list them under no_claim: " + "; ".join(
        f"{n} {LINES[n - 1].strip()}" for n in left
    )
    assert judged | none <= set(range(1, len(LINES) + 1))


def test_the_english_memo_has_the_same_lines():
    english = (claims.MEMO / "memo.en.md").read_text(encoding="utf-8").splitlines()
    assert len(english) == len(LINES)
    for number, (line, ours) in enumerate(zip(LINES, english, strict=True), 1):
        assert not re.search("[가-힣]", ours), f"docs/memo/memo.en.md:{number} is not English: {ours}"
        if not re.search("[가-힣]", line):
            assert ours == line or number == 19, f"docs/memo/memo.en.md:{number} differs, and had nothing to translate"


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_is_proved_by_a_section_that_is_shown_and_run(claim):
    assert claim.script.is_file(), f"{claim.id}: there is no {claim.script.relative_to(ROOT)}"
    assert claim.anchor in sections(claim.script), f"{claim.id}: {claim.script.name} has no section '{claim.anchor}'"
    assert not needs_cuda(claim.script), f"{claim.id}: most runs skip {claim.script.name}; prove it by one that runs"
    for page in pages():
        if page.key == claim.key:
            assert claim.anchor in [heading for _, heading in page.headings]
            assert (claim.script, claim.anchor) in [(include.script, include.section) for include in page.includes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_has_its_box_with_the_same_verdict(claim, language):
    number = int(claim.id.rpartition(".")[2])
    found = claims.boxes(language, claim.key)
    assert number <= len(found), f"docs/{language}/{claim.key}.md has {len(found)} boxes, and no number {number}"
    word = claims.VERDICTS[claim.verdict][language == "en"]
    assert word in re.split("[—(]", found[number - 1][0], maxsplit=0)[-1], f"{claim.id}: the box says another verdict"


def test_each_box_has_its_claim():
    number = Counter(claim.key for claim in claims.claims())
    for page in pages():
        assert len(claims.boxes(page.language, page.key)) == number[page.key], f"{page.name}: boxes without a claim"
    ids = [claim.id for claim in claims.claims()]
    assert ids == [f"{key}.{n}" for key in number for n in range(1, number[key] + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["index.html", "memo/index.html"])
def test_the_counts_that_the_site_shows_are_those_of_the_data(language, name, site):
    tree = lxml.html.parse(site / ("" if language == "ko" else "en") / name).getroot()
    number = Counter(claim.verdict for claim in claims.claims())
    wrong = claims.VERDICTS["wrong"][language == "en"]
    (row,) = [
        [cell.text_content().strip() for cell in table.findall(".//td")]
        for table in tree.xpath("//article//table")
        if wrong in [cell.text_content().strip() for cell in table.findall(".//th")]
    ]
    assert row == [str(number[verdict]) for verdict in claims.VERDICTS if verdict != "unsaid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_memo_page_has_every_line_and_every_verdict(language, site):
    tree = lxml.html.parse(site / ("" if language == "ko" else "en") / "memo/index.html").getroot()
    shown = "\n".join(block.text_content() for block in tree.xpath("//article//pre"))
    for line in LINES:
        if line.strip() and not re.fullmatch(r"\s*(<br/>|---|-)\s*", line):
            assert line.rstrip() in shown
    assert len(tree.xpath("//article//div[contains(@class,'memo')]")) == len(claims.claims())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            'id = "ols.1"\nlines = [20]\nverdict = "maybe"\nevidence = "fit.py:least"',
            "has the verdict 'maybe', not one",
        ),
        ('id = "ols.1"\nlines = [20]\nverdict = "true"', "must have id, lines, verdict and evidence alone"),
        ('id = "ols.1"\nlines = [20]\nverdict = "true"\nevidence = "a"\nwhy = "b"', "must have id, lines"),
    ],
)
def test_a_bad_row_is_named(row, message, tmp_path, monkeypatch):
    (tmp_path / "claims.toml").write_text(f"[[claim]]\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(claims, "MEMO", tmp_path)
    with pytest.raises(claims.ClaimError, match=message):
        claims.claims()


def test_an_id_that_comes_twice_is_named(tmp_path, monkeypatch):
    row = '[[claim]]\nid = "ols.1"\nlines = [20]\nverdict = "true"\nevidence = "fit.py:least"\n'
    (tmp_path / "claims.toml").write_text(row + row, encoding="utf-8")
    monkeypatch.setattr(claims, "MEMO", tmp_path)
    with pytest.raises(claims.ClaimError, match=r"the id ols\.1 comes twice"):
        claims.claims()
