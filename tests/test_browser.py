"""The site in a real browser: phone and desktop, light and dark, both languages, searched and switched."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, TimeoutError, expect
from support.chromium import NEEDS_CHROMIUM
from support.labs import labs
from support.pages import LANGUAGES, pages


SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
URLS = {
    page.name: ("en/" if page.language == "en" else "") + ("" if page.key == "index" else f"{page.key}/")
    for page in pages()
} | {
    f"docs/{language}/labs/{source.stem}.ipynb": f"{'en/' * (language == 'en')}labs/{source.stem}/"
    for language in LANGUAGES
    for source in labs()
}

UPSTREAM = {"aria-dialog-name", "landmark-unique"}  # Material's search box and its copy buttons have no names
AT_ONCE = "*, ::before, ::after { transition: none !important; animation: none !important }"  # faded is no contrast

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def visit(browser, served):
    """Open a page of the site, and at the end fail for whatever the browser complained of."""
    contexts, complaints = [], []

    def open_page(
        path: str, size: str = "desktop", scheme: str = "light", until: str = "networkidle", **options
    ) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: message.type in ("error", "warning") and complaints.append(message.text),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: (
                request.failure != "net::ERR_ABORTED"  # the reader went on before it was there
                and complaints.append(f"failed: {request.url} ({request.failure})")
            ),
        )
        page.on(
            "response",
            lambda answer: answer.status >= 400 and complaints.append(f"{answer.status}: {answer.url}"),
        )
        page.on(
            "request",
            lambda request: (
                urlsplit(request.url).hostname not in ("127.0.0.1", None)
                and complaints.append(f"asked elsewhere: {request.url}")
            ),
        )
        page.goto(served + path, wait_until=until)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
@pytest.mark.parametrize("name", URLS)
def test_each_page_is_calm_fits_and_can_be_read_by_all(visit, name, size, scheme):
    page = visit(URLS[name], size, scheme, until="load")  # what comes later, the search, has tests of its own
    page.add_style_tag(content=AT_ONCE)
    for width, height in (SIZES[size], *(other for other in SIZES.values() if other != SIZES[size])):
        page.set_viewport_size({"width": width, "height": height})
        try:
            page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width, timeout=5000)
        except TimeoutError:
            pytest.fail(f"it scrolls sideways, {width} wide")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(number) for number in background.strip("rgb()").split(",")[:3])
    assert (brightness > 600) == (scheme == "light"), background
    expect(page.locator("article h1")).to_be_visible()
    if name.startswith("docs/ko"):  # the other language is built alike
        broken = [rule for rule in Axe().run(page).response["violations"] if rule["id"] not in UPSTREAM]
        said = [(rule["id"], node["target"], node["failureSummary"]) for rule in broken for node in rule["nodes"][:3]]
        assert not said, "axe-core: some readers cannot read this"


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


def test_the_copy_button_copies_the_code(visit):
    page = visit("zero_grad/")
    block = page.locator(".highlight", has_text="the first, not written over it")
    block.hover()
    block.locator("button.md-clipboard, .md-code__button[title]").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == block.locator("code").inner_text().strip()
    assert "model(x).sum().backward()" in copied


def test_the_palette_can_be_switched_by_hand(visit):
    page = visit("ols/", scheme="light")
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate", "the choice is kept"


def test_the_keyboard_reaches_the_switch(visit):
    page = visit("zero_grad/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hasAttribute('data-tm-language')"):
            return
    pytest.fail("twelve tabs, and the language switch was not reached")
