"""Every line of the memo is judged, by code that the tests run, in words that the data and the pages share."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from sitekit import ContentError, claims
from sitekit.expand import expand, includes
from sitekit.project import LANGUAGES, ROOT, Project
from support.pages import PROJECT, each, pages

CLAIMS = claims.claims(PROJECT)
EACH_CLAIM = pytest.mark.parametrize("claim", each(CLAIMS, lambda claim: claim.id))
LINES = PROJECT.text(claims.MEMO).splitlines()


def test_each_line_of_the_memo_has_its_claim_or_makes_none():
    judged = {number for claim in CLAIMS for number in claim.lines}
    none = set(PROJECT.data(claims.CLAIMS)["no_claim"])
    assert not judged & none, f"lines {sorted(judged & none)} have a claim and are said to make none"
    said = {n for n, line in enumerate(LINES, 1) if line.strip() and not re.fullmatch(r"\s*<br/>\s*", line)}
    code = {n for n in said if LINES[n - 1].strip().startswith("```")}
    left = sorted(said - judged - none - code)
    assert not left, f"{claims.CLAIMS}: give these lines a claim, or list them under no_claim: " + "; ".join(
        f"{n} {LINES[n - 1].strip()}" for n in left
    )
    assert judged | none <= set(range(1, len(LINES) + 1))


def test_the_english_memo_has_the_same_lines():
    english = PROJECT.text(claims.ENGLISH).splitlines()
    assert len(english) == len(LINES)
    for number, (line, ours) in enumerate(zip(LINES, english, strict=True), 1):
        assert not re.search("[가-힣]", ours), f"{claims.ENGLISH}:{number} is not English: {ours}"
        if not re.search("[가-힣]", line):
            assert ours == line or number == 19, f"{claims.ENGLISH}:{number} differs, and had nothing to translate"


@EACH_CLAIM
def test_each_claim_is_proved_by_a_section_that_is_shown_and_run(claim):
    assert (ROOT / claim.script).is_file(), f"{claim.id}: there is no {claim.script}"
    script = PROJECT.script(claim.script)
    assert claim.anchor in script.sections, f"{claim.id}: {claim.script} has no section '{claim.anchor}'"
    assert not script.needs_cuda, f"{claim.id}: most runs skip {claim.script}; prove it by one that runs"
    for page in pages():
        if page.key == claim.key:
            assert claim.anchor in [heading for _, heading in page.headings]
            assert (claim.script, claim.anchor) in includes(page.source)


@pytest.mark.parametrize("language", LANGUAGES)
@EACH_CLAIM
def test_each_claim_has_its_box_with_the_same_verdict(claim, language):
    box = claims.boxes(PROJECT, language, claim.key).get(claim.id)
    assert box, f"docs/{language}/{claim.key}.md has no box for {claim.id} under #memo"
    word = claims.verdict(PROJECT, language, claim.verdict)
    assert word in re.split("[—(]", box.title, maxsplit=0)[-1], f"{claim.id}: the box says another verdict"


def test_each_box_has_its_claim():
    ids = [claim.id for claim in CLAIMS]
    for page in pages():
        stray = [box for box in claims.boxes(PROJECT, page.language, page.key) if box not in ids]
        assert not stray, f"{page.name}: {claims.CLAIMS} has no {stray}"
    number = Counter(claim.key for claim in CLAIMS)
    assert sorted(ids) == sorted(f"{key}.{n}" for key in number for n in range(1, number[key] + 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["index", "memo"])
def test_the_counts_that_the_site_shows_are_those_of_the_data(language, key):
    number = Counter(claim.verdict for claim in CLAIMS)
    shown = re.findall(r"^- \*.+\*\{ \.tm-verdict \.tm-(\w+) \} (\d+)$", expand(PROJECT, language, key), re.MULTILINE)
    assert shown == [(name, str(number[name])) for name in claims.verdicts(PROJECT) if name != "unsaid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_memo_page_has_every_line_and_every_verdict(language):
    text = expand(PROJECT, language, "memo")
    shown = "\n".join(re.findall(r"^``` \{ \.text \.tm-memo \.no-copy \}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    for line in LINES:
        if line.strip() and not re.fullmatch(r"\s*(<br/>|---|-)\s*", line):
            assert line.rstrip() in shown
    said = re.findall(r"^!!! memo tm-(\w+) ", text, re.MULTILINE)
    assert Counter(said) == Counter(claim.verdict for claim in CLAIMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_is_styled_by_its_verdict(language, site):
    for page in pages():
        if page.language == language:
            verdicts = [claim.verdict for claim in CLAIMS if claim.key == page.key]
            boxes = page.built.article(site).xpath(".//div[contains(@class,'admonition memo')]")
            if page.key != "memo":
                assert sorted(box.get("class") for box in boxes) == sorted(f"admonition memo tm-{v}" for v in verdicts)


def test_a_box_may_say_its_claim(tmp_path):
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "docs/memo").mkdir()
    rows = [
        f'[[claim]]\nid = "x.{n}"\nlines = [{n}]\nverdict = "{v}"\nevidence = "a.py:a"\n'
        for n, v in ((1, "true"), (2, "wrong"))
    ]
    (tmp_path / claims.CLAIMS).write_text("".join(rows), encoding="utf-8")
    (tmp_path / "docs/words.toml").write_text(PROJECT.text("docs/words.toml"), encoding="utf-8")
    for first, second in (("", ""), ("x.1 ", "x.2 "), ("", "x.2 ")):
        text = f'# X {{ #x }}\n\n## M {{ #memo }}\n\n!!! memo "{first}a"\n\n    A\n\n!!! memo "{second}b"\n\n    B\n'
        (tmp_path / "docs/en/x.md").write_text(text, encoding="utf-8")
        project = Project(tmp_path)
        assert claims.boxes(project, "en", "x") == {"x.1": claims.Box("a", "    A"), "x.2": claims.Box("b", "    B")}
        marked = claims.with_verdicts(project, project.page("en", "x"), text)
        assert re.findall("!!! .*", marked) == ['!!! memo tm-true "a"', '!!! memo tm-wrong "b"']


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            'id = "ols.1"\nlines = [20]\nverdict = "maybe"\nevidence = "fit.py:least"',
            "has the verdict 'maybe', not one",
        ),
        ('id = "ols.1"\nlines = [20]\nverdict = "true"', "must have id, lines, verdict and evidence alone"),
        ('id = "ols.1"\nlines = [20]\nverdict = "true"\nevidence = "a"\nwhy = "b"', "must have id, lines"),
        (
            "\n[[claim]]\n".join(['id = "ols.1"\nlines = [20]\nverdict = "true"\nevidence = "fit.py:least"'] * 2),
            r"the id ols\.1 comes twice",
        ),
        ("id = ", r"docs/memo/claims\.toml: Invalid value"),
    ],
)
def test_a_bad_row_is_named(rows, message, tmp_path):
    (tmp_path / "docs/memo").mkdir(parents=True)
    (tmp_path / claims.CLAIMS).write_text(f"[[claim]]\n{rows}\n", encoding="utf-8")
    (tmp_path / "docs/words.toml").write_text(PROJECT.text("docs/words.toml"), encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        claims.claims(Project(tmp_path))
