"""One data source for the terms: the page, the tooltips, the search, and errors that name what is wrong."""

from __future__ import annotations

import json
import re

import lxml.html
import pytest
from sitekit import glossary
from support.pages import LANGUAGES, pages

FOLDER = {"ko": "", "en": "en/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_term_and_alias(language, site):
    text = lxml.html.parse(site / FOLDER[language] / "glossary/index.html").getroot().find(".//article").text_content()
    for term in glossary.terms():
        assert all(name in text for name in [term.ko, term.en, *term.aliases])
        assert term.means(language) in text


def test_each_term_has_a_page_and_each_language_its_own_words():
    keys = {page.key for page in pages()}
    for term in glossary.terms():
        assert term.page in keys, f"docs/glossary.toml: {term.ko}: there is no page {term.page}"
        assert re.search("[가-힣]", term.ko + term.means_ko)
        assert not re.search("[가-힣]", term.en + term.means_en), f"docs/glossary.toml: {term.ko}: English has Hangul"


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in pages()])
def test_each_term_is_explained_once_and_in_prose(page, site):
    html = "index.html" if page.key == "index" else f"{page.key}/index.html"
    article = lxml.html.parse(site / FOLDER[page.language] / html).getroot().find(".//article")
    titles = [abbr.get("title") for abbr in article.iter("abbr")]
    assert len(set(titles)) == len(titles)
    assert set(titles) <= {term.means(page.language) for term in glossary.terms()}
    for abbr in article.iter("abbr"):
        assert not {parent.tag for parent in abbr.iterancestors()} & {"a", "code", "pre", "h1", "h2", "h3", "h4", "th"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_for_an_alias_finds_the_page(language, site):
    index = json.loads((site / FOLDER[language] / "search/search_index.json").read_text(encoding="utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    for term in glossary.terms():
        for name in [term.ko, term.en, *term.aliases]:
            assert name in texts[f"{term.page}/"], f"'{name}' does not find {term.page}"


def test_tooltips_leave_code_and_links_alone():
    text = "<h2>gradient</h2><p><code>gradient</code> <a>loss</a> A gradient, gradients; the Loss.</p>"
    assert re.sub(' title="[^"]*"', "", glossary.with_tooltips(text, "en")) == (
        "<h2>gradient</h2><p><code>gradient</code> <a>loss</a> "
        "A <abbr>gradient</abbr>, gradients; the <abbr>Loss</abbr>.</p>"
    )
    korean = glossary.with_tooltips("<p>미니배치의 변화도를</p>", "ko")
    assert re.sub(' title="[^"]*"', "", korean) == "<p><abbr>미니배치</abbr>의 <abbr>변화도</abbr>를</p>"


ROW = 'ko = "{}"\nen = "{}"\naliases = ["{}"]\navoid = []\npage = "nn"\nmeans_ko = "뜻"\nmeans_en = "meaning"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[[term]]\n" + ROW.format("가", "a", "x") + "[[term]]\n" + ROW.format("나", "b", "x"),
            "'x' is a name of 가 and of 나",
        ),
        ('[[term]]\nko = "가"\n', "가: .*missing"),
        ("[[term]]\n" + ROW.format("가", "a", "x") + 'note = "?"\n', "가: .*unexpected keyword argument 'note'"),
    ],
)
def test_bad_terms_are_named(text, message, tmp_path, monkeypatch):
    (tmp_path / "glossary.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(glossary, "TERMS", tmp_path / "glossary.toml")
    with pytest.raises(glossary.GlossaryError, match=message):
        glossary.terms()
