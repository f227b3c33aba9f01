"""The site in a real browser: both languages, searched and switched. How it reads is in test_reading.py."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from support.chromium import NEEDS_CHROMIUM, SIZES

pytestmark = NEEDS_CHROMIUM


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("path", "other"), [("zero_grad/", "en/zero_grad/"), ("en/", ""), ("", "en/"), ("en/labs/digits/", "labs/digits/")]
)
def test_the_switch_leads_to_the_same_page_and_back(visit, served, path, other, javascript):
    page = visit(path, java_script_enabled=javascript)
    page.locator("[data-tm-language]").click()
    page.wait_for_url(served + other)
    page.locator("[data-tm-language]").click()
    page.wait_for_url(served + path)


def test_the_switch_keeps_the_heading(visit, served):
    page = visit("en/zero_grad/#momentum", "phone")
    page.locator("[data-tm-language]").click()
    page.wait_for_url(served + "zero_grad/#momentum")
    assert page.locator("#momentum").bounding_box()["y"] < 300


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("", "변화도는 더해진다", "zero_grad/"),
        ("", "zero_grad", "zero_grad/"),
        ("", "이상치", "ols/"),
        ("en/", "gradients add up", "en/zero_grad/"),
        ("en/", "zero_grad", "en/zero_grad/"),
        ("en/", "outlier", "en/ols/"),
        ("", "그래디언트", "tensor/"),  # names that stand in the glossary alone
        ("", "최적화기", "optim/"),
        ("en/", "기울기", "en/tensor/"),
    ],
)
def test_search_finds_the_page(visit, served, size, path, query, found):
    page = visit(path, size)
    if size == "phone":
        page.locator("label[for=__search].md-header__button").click()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)  # at once: letter by letter, what the first few find is shown first
    page.keyboard.press("Shift")  # the search listens to keys, and what is filled in comes without them
    results = page.locator("a.md-search-result__link")
    expect(results.first).to_be_visible()
    links = results.evaluate_all("links => links.map(link => link.href)")
    assert any(link.startswith(served + found) for link in links[:3]), links
    wrong = served if path else served + "en/"
    assert all(link.startswith(served + path) for link in links), f"results from {wrong}"


def test_the_palette_can_be_switched_by_hand(visit):
    page = visit("ols/", scheme="light")
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate", "the choice is kept"
