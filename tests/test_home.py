"""The front page: what it counts is counted, every topic is on it, and its box leads to the right place."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect
from sitekit import ContentError, home
from sitekit.claims import claims
from sitekit.project import LANGUAGES, ROOT
from support.built import BuiltPage
from support.chromium import NEEDS_CHROMIUM
from support.pages import PROJECT, config, scripts

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
ELSEWHERE = ("memo.md", "contributing.md", "architecture.md")  # no topics: the page says them in its text

QUESTIONS = [
    "zero_grad",
    "zero_grad는 언제 부르는가",
    "when do I call zero_grad",
    "CUDA out of memory는 왜 생기는가",
    "What does RuntimeError mean?",
    "how do I avoid out of memory",
    "learning rate scheduler",
    "NoneType",
    "최적화기",
    "loss is nan",
]
ERRORS = [
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nRuntimeError: x',
    "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)",
    "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)",
    "CUDA out of memory. Tried to allocate 20.00 MiB",
    "Expected all tensors to be on the same device, but found at least two devices",
    "'NoneType' object has no attribute 'zero_'",
    "torch.cuda.OutOfMemoryError: CUDA out of memory.",
    "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`",
    "error: a\nb",
    "이게 뭔가요 RuntimeError: mat1 and mat2 shapes cannot be multiplied",
]


def article(site, language):
    return BuiltPage(language, "index").article(site)


def parts(tree, name, path=""):
    """Return the elements of a class, or what a path leads to from them."""
    return tree.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]{path}")


@EACH_LANGUAGE
def test_the_numbers_are_those_of_the_data(site, language):
    shown = [int(part.text.replace(",", "")) for part in parts(article(site, language), "tm-numbers", "//strong")]
    ran = [script for script in scripts() if not script.needs_cuda]
    printed = sum(line.lstrip().startswith("#>") for script in ran for line in script.text.splitlines())
    recorded = json.loads((ROOT / "examples" / "versions.json").read_text(encoding="utf-8")).values()
    known = json.loads((ROOT / "torchmemo" / "errors.json").read_text(encoding="utf-8"))
    by_hand = [
        len(ran),
        printed,
        sum(claim.verdict != "unsaid" for claim in claims(PROJECT)),
        len({version for entry in recorded for version in entry["passed"]}),
        len(known["entries"]),
    ]
    cuda = len(scripts()) - len(ran)
    assert shown[2:] == by_hand[2:]
    assert by_hand[0] <= shown[0] <= by_hand[0] + cuda, "and those that have run on CUDA"
    assert shown[1] >= by_hand[1]


@EACH_LANGUAGE
def test_each_topic_of_the_navigation_is_on_it_in_its_group(site, language):
    tree = article(site, language)
    groups = {}
    for heading in tree.xpath(".//h2 | .//h3"):
        listed = heading.getnext()
        while listed is not None and listed.tag == "p":
            listed = listed.getnext()
        if listed is not None and "tm-topics" in listed.classes:
            links = listed.findall(".//a")
            assert all(link.find("strong") is not None for link in links), "a question or a title, in bold, and a line"
            assert all(link.text_content().strip() != link.find("strong").text_content().strip() for link in links)
            groups[heading.text.strip()] = [link.get("href").strip("/") for link in links]
    nav = [
        (title, items) for entry in config(language).nav for title, items in entry.items() if isinstance(items, list)
    ]
    for title, items in nav[:-1]:  # the last one is what to look things up in
        wanted = [name.rpartition(".")[0] for name in items]
        found = groups.get(title) or next((links for links in groups.values() if links[:1] == wanted[:1]), None)
        assert found == wanted, f"docs/{language}/index.md: list the pages of '{title}' as mkdocs.yml's nav does"
    everywhere = [link for links in groups.values() for link in links]
    for name in nav[-1][1]:
        assert name in ELSEWHERE or name.rpartition(".")[0] in everywhere, f"docs/{language}/index.md leaves out {name}"


@EACH_LANGUAGE
def test_the_claims_that_mislead_are_all_on_it(site, language):
    lines = parts(article(site, language), "tm-mistakes", "//li")
    assert len(lines) == sum(claim.verdict in home.MISTAKES for claim in claims(PROJECT))
    (sample,) = parts(article(site, language), "tm-sample")
    assert parts(sample, "tm-verdict")
    assert parts(sample, "tm-source", "//a")
    assert parts(sample, "tm-output")


def test_a_sample_that_is_gone_is_named(monkeypatch):
    monkeypatch.setattr(home, "SAMPLE", "nowhere.1")
    with pytest.raises(ContentError, match=r"no claim nowhere\.1 to show on the front page: name another"):
        home.sample(PROJECT, "ko")


@NEEDS_CHROMIUM
@pytest.mark.parametrize(
    ("path", "question", "error"), [("", "검색", "오류 찾기"), ("en/", "Search", "Find the error")]
)
def test_the_box_tells_a_question_from_an_error(visit, path, question, error):
    page = visit(path)
    button = page.locator(".tm-ask button")
    for text in QUESTIONS:
        page.locator("#tm-ask-text").fill(text)
        assert button.text_content() == question, text
    for text in ERRORS:
        page.locator("#tm-ask-text").fill(text)
        assert button.text_content() == error, text
    page.locator("#tm-ask-text").fill("")
    expect(button).to_have_text(question)


@NEEDS_CHROMIUM
@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize(("path", "query", "found"), [("", "zero_grad", "zero_grad/"), ("en/", "outlier", "en/ols/")])
def test_a_question_opens_the_search(visit, served, path, query, found, size):
    page = visit(path, size)
    page.locator("#tm-ask-text").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_value(query)
    links = page.locator("a.md-search-result__link")
    expect(links.first).to_be_visible()
    assert any(link.startswith(served + found) for link in links.evaluate_all("links => links.map(link => link.href)"))
    page.keyboard.press("Enter")  # the next one opens the first result
    page.wait_for_url(f"{served}{found}**")


@NEEDS_CHROMIUM
@pytest.mark.parametrize("path", ["", "en/"])
def test_a_traceback_goes_to_the_error_finder_and_nowhere_else(visit, served, path):
    asked = []
    page = visit(path)
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    page.locator("#tm-ask-text").fill(ERRORS[0].replace("x", "mat1 and mat2 shapes cannot be multiplied"))
    page.locator(".tm-ask button").click()
    page.wait_for_url(f"{served}{path}errors/")
    expect(page.locator("article h1")).to_be_visible()
    assert all(method == "GET" and not data and "mat1" not in url for method, url, data in asked)
    kept = page.evaluate("sessionStorage.getItem('tm-explain')")  # until the finder has taken it
    shown = page.locator("#tm-explain-text").input_value()
    assert "mat1 and mat2 shapes" in (kept or shown)


@NEEDS_CHROMIUM
def test_a_log_that_is_too_large_to_show_goes_to_the_error_finder_at_once(visit, served):
    page = visit("en/")
    page.locator("#tm-ask-text").evaluate(
        """(field) => {
          const data = new DataTransfer();
          data.setData("text/plain", "epoch 1, loss 0.5\\n".repeat(600000) + "optimizer got an empty parameter list");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    page.wait_for_url(f"{served}en/errors/")
    expect(page.locator("#tm-explain-found a").first).to_be_visible()


@NEEDS_CHROMIUM
def test_enter_in_a_word_that_is_being_composed_does_nothing_yet(visit):
    page = visit("")
    page.locator("#tm-ask-text").fill("변화도")
    compose = "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })"
    page.locator("#tm-ask-text").evaluate(f"(field) => field.dispatchEvent({compose})")
    assert page.evaluate("document.querySelector('#__search').checked") is False
    page.locator("#tm-ask-text").fill("")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#__search').checked") is False, "nothing is asked"


@NEEDS_CHROMIUM
@pytest.mark.parametrize("path", ["", "en/"])
def test_without_javascript_everything_but_the_box_is_there(visit, served, path):
    page = visit(path, java_script_enabled=False)
    expect(page.locator("article h1")).to_be_visible()
    expect(page.locator(".tm-topics a").first).to_be_visible()
    expect(page.locator(".tm-numbers a").first).to_be_visible()
    expect(page.locator(".tm-mistakes a").first).to_be_visible()
    expect(page.locator(".tm-ask")).to_be_hidden()
    page.locator(".tm-topics a").first.click()
    page.wait_for_url(re.compile(re.escape(served + path) + "detach_numpy/"))
