"""One data source for the terms: the page, the tooltips, the search, and errors that name what is wrong."""

from __future__ import annotations

import re

import pytest
from sitekit import ContentError, glossary
from sitekit.expand import expand
from sitekit.project import LANGUAGES, Project
from support.pages import EACH_PAGE, PROJECT, pages
from support.terms import AVOIDED

TERMS = glossary.terms(PROJECT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_term_and_alias(language):
    text = expand(PROJECT, language, "glossary")
    for term in TERMS:
        assert all(name in text for name in [term.ko, term.en, *term.aliases])
        assert term.means(language) in text


def test_each_term_has_a_page_and_each_language_its_own_words():
    keys = {page.key for page in pages()}
    for term in TERMS:
        assert term.page in keys, f"docs/glossary.toml: {term.ko}: there is no page {term.page}"
        assert re.search("[가-힣]", term.ko + term.means_ko)
        assert not re.search("[가-힣]", term.en + term.means_en), f"docs/glossary.toml: {term.ko}: English has Hangul"


@pytest.mark.parametrize("name", ["docs/glossary.toml", "docs/errors.toml", "docs/words.toml", "torchmemo/__main__.py"])
def test_what_is_said_outside_the_pages_keeps_to_the_terms(name):
    said = re.sub("^(aliases|avoid) = .*$", "", PROJECT.text(name), flags=re.MULTILINE)  # these name the other words
    for other, term in AVOIDED:
        found = re.search(other, said)
        assert not found, f"{name} says '{found[0]}': this site says {term}"


@EACH_PAGE
def test_each_term_is_explained_once_and_in_prose(page, site):
    article = page.built.article(site)
    terms = [abbr for abbr in article.iter("abbr") if abbr.get("class") != "tm-read"]  # where a message was read
    titles = [abbr.get("title") for abbr in terms]
    assert len(set(titles)) == len(titles)
    assert set(titles) <= {term.means(page.language) for term in TERMS}
    for abbr in terms:
        assert not {parent.tag for parent in abbr.iterancestors()} & {"a", "code", "pre", "h1", "h2", "h3", "h4", "th"}


def test_tooltips_leave_code_and_links_alone():
    text = "<h2>gradient</h2><p><code>gradient</code> <a>loss</a> A gradient, gradients; the Loss.</p>"
    assert re.sub(' title="[^"]*"', "", glossary.with_tooltips(PROJECT, "en", text)) == (
        "<h2>gradient</h2><p><code>gradient</code> <a>loss</a> "
        "A <abbr>gradient</abbr>, gradients; the <abbr>Loss</abbr>.</p>"
    )
    korean = glossary.with_tooltips(PROJECT, "ko", "<p>미니배치의 변화도를</p>")
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
def test_bad_terms_are_named(text, message, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / glossary.TERMS).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        glossary.terms(Project(tmp_path))
