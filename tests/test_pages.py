"""The two languages are one site: the same pages, built the same way, each in its own language."""

from __future__ import annotations

import re

import pytest
from sitekit.error_index import ROW
from support.labs import labs
from support.pages import EACH_PAGE, LANGUAGES, Page, config, each, pages, read_page, scripts
from support.terms import AVOIDED, BRITISH, HANGUL

PAGES = {(page.language, page.key): page for page in pages()}
KEYS = sorted({key for _, key in PAGES})
EACH_KEY = pytest.mark.parametrize("key", [key for key in KEYS if all((code, key) in PAGES for code in LANGUAGES)])

API = re.compile(r"^::: (\S+)$", re.MULTILINE)


def test_both_languages_have_the_same_pages():
    for code, other in (("ko", "en"), ("en", "ko")):
        missing = [key for key in KEYS if (code, key) not in PAGES]
        assert not missing, f"docs/{other}/ has {missing}, docs/{code}/ has not: write them, in both or not at all"


def test_both_navigations_name_the_same_pages_in_the_same_order():
    def leaves(items):
        for item in items:
            value = next(iter(item.values())) if isinstance(item, dict) else item
            yield from leaves(value) if isinstance(value, list) else [value]

    ko, en = (list(leaves(config(code).nav)) for code in LANGUAGES)
    assert ko == en, "nav of mkdocs.yml and mkdocs.en.yml: name the same pages in the same order"
    known = [f"{key}.md" for key in KEYS] + [f"labs/{source.stem}.ipynb" for source in labs()]
    assert sorted(ko) == sorted(known), "nav: name each page and each lab of docs/ko/ once"


@EACH_KEY
@pytest.mark.parametrize(
    "what",
    ["headings", "shown", "fences", "links", "images", "admonitions", "tables", "api"],
)
def test_both_languages_are_built_alike(key, what):
    ko, en = (structure(PAGES[code, key])[what] for code in LANGUAGES)
    assert ko == en, f"docs/ko/{key}.md and docs/en/{key}.md differ in their {what}: change one to match the other"


def structure(page: Page) -> dict[str, list]:
    """Return what both languages of a page have in common."""
    return {
        "headings": page.headings,
        "shown": [(include.name, include.section) for include in page.includes],
        "fences": [(fence.language, None if fence.includes else fence.source) for fence in page.fences],
        "links": page.links,
        "images": page.images,
        "admonitions": page.admonitions,
        "tables": page.tables,
        "api": API.findall(page.path.read_text(encoding="utf-8")),
    }


@EACH_PAGE
def test_each_heading_has_an_explicit_id(page):
    text = page.source.text
    for _, heading in page.headings:
        assert f"{{ #{heading} }}" in text, f"{page.name}: give the heading '{heading}' an id of its own: {{ #name }}"
    assert len({heading for _, heading in page.headings}) == len(page.headings), f"{page.name}: an id comes twice"


@EACH_PAGE
def test_each_page_is_in_its_language(page):
    if page.language == "en":
        found = HANGUL.search(page.prose)
        assert not found, f"{page.name} has Hangul: ...{page.prose[max(0, found.start() - 40) :][:80]}..."
        return
    for text in re.split(r"\n\s*\n", page.source.text):
        words = re.sub(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|https?://\S+", "", text)
        if len(re.findall(r"[A-Za-z]", words)) > 60 and not text.lstrip().startswith(("```", ":::")):
            assert HANGUL.search(words), f"{page.name} has a paragraph without Korean: {text[:80]}"


@pytest.mark.parametrize("page", each([page for page in pages() if page.language == "ko"], lambda page: page.name))
@pytest.mark.parametrize(("other", "term"), AVOIDED)
def test_each_korean_page_keeps_to_the_term(page, other, term):
    found = re.search(other, page.prose)
    assert not found, f"{page.name} says '{found[0]}': this site's term is {term}"


@pytest.mark.parametrize("page", each([page for page in pages() if page.language == "en"], lambda page: page.name))
def test_each_english_page_is_spelled_as_in_america(page):
    for british, american in BRITISH:
        found = re.search(british, page.prose, re.IGNORECASE)
        assert not found, f"{page.name} says '{found[0]}': write {american}"


@pytest.mark.parametrize("page", each([page for page in pages() if page.language == "ko"], lambda page: page.name))
def test_gradient_is_named_three_ways_where_a_korean_page_first_says_it(page):
    prose = re.sub(r"^(#.*|:::.*|```.*?^```|!\[.*)$", "", page.source.text, flags=re.MULTILINE | re.DOTALL)
    first = prose.find("변화도")
    right = first < 0 or prose.startswith("변화도(gradient, 기울기)", first) or page.key == "contributing"
    assert right, f"{page.name}: at its first use write 변화도(gradient, 기울기), not '{prose[first:][:20]}'"


@EACH_PAGE
def test_each_section_has_a_sentence_before_its_code(page):
    for heading in re.finditer(r"^#+ .*\{ #(\w+) \}\n+```", page.source.text, re.MULTILINE):
        if page.key != "architecture":  # whose fences are pictures
            pytest.fail(f"{page.name}: under #{heading[1]} say, before the code, what to look at and why")


@EACH_PAGE
def test_the_memo_is_met_in_its_own_section(page):
    if page.key in ("index", "memo", "contributing", "architecture"):
        return
    body = re.sub(r"^#+ .*", "", page.source.text.partition("{ #memo }")[0], flags=re.MULTILINE)
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", "", body, flags=re.DOTALL)
    found = re.search(r"메모(?!리)|\bmemo\b", prose)
    assert not found, f"{page.name} speaks of the memo before #memo: a reader may not have seen it"


@EACH_PAGE
def test_advice_on_a_message_is_made_of_sentences(page):
    """A row under #messages says in whole sentences what to do: `torchmemo explain` prints it as it stands."""
    rows = re.findall(r"^\| `.*$", page.source.section("messages") or "", re.MULTILINE)
    for advice in (found["advice"] for row in rows if (found := ROW.match(row))):
        if page.language == "ko":
            assert re.search(r"다\.$", advice), f"{page.name}: end the advice with a verb and a full stop: {advice}"
        else:
            sentence = re.match(r"[A-Z`].*\.$", advice)
            assert sentence, f"{page.name}: begin with a capital, end with a full stop: {advice}"


@EACH_PAGE
def test_names_keep_their_underscores(page):
    words = re.sub(r"```.*?```|`[^`]*`", "", page.source.text, flags=re.DOTALL)
    found = re.search(r"(?<![\w\\])__\w+__", words)
    assert not found, f"{page.name}: Markdown makes {found[0]} bold: write it as code, or with \\_"


@EACH_PAGE
def test_each_page_opens_with_its_rule(page):
    after_title = page.source.text.split("\n", 2)[2]
    assert after_title.startswith("**"), f"{page.name}: put the rule, in bold, into the first sentence after the title"


@EACH_PAGE
def test_messages_to_look_for_are_messages_that_were_printed(page):
    """What the table under #messages quotes stands, letter by letter, in an output of the page's scripts."""
    table = page.source.section("messages")
    if not table:
        return
    printed = "\n".join(line for script in scripts() if script.key == page.key for line in script.outputs.values())
    rows = re.findall(r"^\| `.*$", table, re.MULTILINE)
    quoted = [found["message"] for row in rows if (found := ROW.match(row))]
    assert quoted, f"{page.name}: the table under #messages quotes nothing"
    assert len(quoted) == len(rows), f"{page.name}: a row under #messages is not | `message` | advice | [place](#id) |"
    for message in quoted:
        assert message in printed, f"{page.name} quotes a message that no script of the page printed: {message}"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# 제목 { #a }\n", "headings"),
        ("[x](ols.md)\n", "links"),
        ("!!! memo\n\n    x\n", "admonitions"),
    ],
)
def test_the_comparison_sees_a_difference(tmp_path, text, what, monkeypatch):
    """The comparison itself can fail."""
    with_it, without = tmp_path / "with.md", tmp_path / "without.md"
    with_it.write_text(text, encoding="utf-8")
    without.write_text("x\n", encoding="utf-8")
    assert structure(read_page(with_it, "ko"))[what] != structure(read_page(without, "ko"))[what]
