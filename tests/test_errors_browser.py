"""The box on the page of errors: it answers as Python does, keeps the page free, and takes what it is given."""

from __future__ import annotations

import http.server
import json
import random
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sitekit.error_index import entries
from sitekit.project import LANGUAGES, ROOT
from support.built import serving
from support.chromium import NEEDS_CHROMIUM
from support.disguises import DISGUISES, pasted
from support.pages import PROJECT
from support.strangers import SAID
from support.tracebacks import LITERAL

from torchmemo.errors import read

pytestmark = NEEDS_CHROMIUM
ASSETS = ROOT / "docs" / "theme" / "assets"
ASK = """async (texts) => {
    window.worker ||= new Worker("explain_worker.js");
    const answers = [];
    for (const text of texts) {
        window.worker.postMessage({ id: 0, language: "ko", text });
        answers.push(await new Promise((done) => (window.worker.onmessage = ({ data }) => done(data))));
    }
    return JSON.stringify(answers);
}"""
LONG_TASKS = """window.longest = 0;
new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ entryTypes: ["longtask"] });"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def ask(browser, tmp_path_factory):
    """Ask the worker about texts; a site need not be built for it."""
    folder = tmp_path_factory.mktemp("worker")
    shutil.copy(ASSETS / "explain_worker.js", folder)
    shutil.copy(ROOT / "torchmemo" / "errors.json", folder)
    (folder / "index.html").write_text("<!doctype html><title>worker</title>", encoding="utf-8")
    with serving(Quiet, folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield lambda texts: json.loads(page.evaluate(ASK, texts))
        page.close()


def as_python_says(text: str) -> dict:
    """Return what the worker should answer to a text."""
    reading = read(text, "ko")
    answers = [
        {
            "id": answer.id,
            "message": answer.message,
            "path": answer.path,
            "kind": answer.kind,
            "cause": answer.cause,
            "fix": answer.fix,
            "own": answer.own and answer.own._asdict(),
        }
        for answer in reading.answers
    ]
    return {"id": 0, "unknown": reading.unknown, "own": reading.own and reading.own._asdict(), "answers": answers}


def texts(count: int) -> list[str]:
    """Return disguised messages, with up to three disguises each, and strangers."""
    chance = random.Random(3)
    known = entries(PROJECT)
    made = list(SAID) + [text for _, text in LITERAL]
    while len(made) < count:
        parts = []
        for entry in chance.sample(known, chance.choice([1, 1, 1, 2, 3])):
            text = pasted(entry, chance.choice(entry.all_wordings), chance)
            for disguise in chance.sample(DISGUISES, chance.randint(0, 3)):
                text = disguise(text, chance)
            parts.append(text)
        text = chance.choice(["\n", "\n\n", "loss 0.1\n"]).join(parts)
        if chance.random() < 0.1:
            start = chance.randrange(len(text))
            text = text[start : start + chance.randrange(len(text))]  # as it is cut by a hurried hand
        made.append(text)
    return made


def test_the_browser_answers_thousands_of_texts_as_python_does(ask):
    made = texts(3000)
    found = 0
    for at in range(0, len(made), 250):
        some = made[at : at + 250]
        for text, answer in zip(some, ask(some), strict=True):
            assert answer == as_python_says(text), text
            found += bool(answer["answers"])
    assert found > 2500


def test_the_browser_reads_odd_texts_as_python_does(ask):
    signs = "aZ09_ .:\\\n\r\t\x00\x1b[]()<>&;|│❱╭╰\u200b\u2028가😀\ufffdİK"
    noise = "".join(random.Random(4).choices(signs, k=200_000))
    error = "ValueError: optimizer got an empty parameter list\n"
    long_log = "epoch 1 loss 0.5\n" * 60_000 + error + "epoch 2\n" * 90_000
    frames = '  File "a.py", line 1\n' * 9000
    odd = ["", " ", "\0", "\n" * 1000, "x" * 500_000, noise, long_log, "RuntimeError: " * 50_000, frames]
    for text, answer in zip(odd, ask(odd), strict=True):
        assert answer == as_python_says(text), text[:80]


@pytest.fixture
def open_page(browser, served):
    """Open the page of errors, and at the end fail for whatever the browser complained of."""
    contexts, complaints = [], []

    def opened(language: str = "ko", **options):
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
        page.add_init_script(LONG_TASKS)
        page.goto(served + ("en/" if language == "en" else "") + "errors/")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_paste_is_answered_with_the_readers_line_and_a_link(open_page, language, width):
    page = open_page(language, viewport={"width": width, "height": 800})
    text = '  File "/x/train.py", line 7, in f\n    y = net(x)\nValueError: optimizer got an empty parameter list\n'
    page.locator("#tm-explain-text").fill(text)
    answer = page.locator(".tm-answer")
    expect(answer).to_have_count(1)
    expect(answer.locator(".tm-answer__message")).to_have_text("optimizer got an empty parameter list")
    expect(answer.locator(".tm-answer__own")).to_contain_text("/x/train.py:7")
    expect(answer.locator(".tm-answer__own")).to_contain_text("y = net(x)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    answer.locator("a").click()
    page.wait_for_url("**/sequential_modulelist/#optimizer")


def test_what_is_not_known_is_said(open_page):
    page = open_page("en")
    field, found = page.locator("#tm-explain-text"), page.locator("#tm-explain-found")
    field.fill("KeyError: 'x'")
    expect(found).to_contain_text("not one that the site knows: KeyError: 'x'")
    field.fill("all is well")
    expect(found).to_have_text("The site knows no message in this text.")
    field.fill("")
    expect(found).to_have_text("")


def test_what_the_home_page_hands_over_is_answered(open_page):
    page = open_page("en")
    page.evaluate("sessionStorage.setItem('tm-explain', 'RuntimeError: CUDA out of memory. Tried to allocate 2 MiB')")
    page.reload()
    expect(page.locator("#tm-explain-text")).to_have_value("RuntimeError: CUDA out of memory. Tried to allocate 2 MiB")
    expect(page.locator(".tm-answer__message")).to_contain_text("CUDA out of memory")
    page.reload()
    assert page.evaluate("sessionStorage.getItem('tm-explain')") is None


def test_a_log_file_is_read_whatever_its_encoding(open_page, tmp_path):
    page = open_page("en")
    for number, encoding in enumerate(("utf-8", "utf-16", "utf-16-le", "utf-16-be")):
        log = tmp_path / f"train{number}.log"
        log.write_bytes(("epoch 1\n" * 1000 + "ValueError: optimizer got an empty parameter list\n").encode(encoding))
        page.locator("#tm-explain-file").set_input_files(log)
        expect(page.locator("#tm-explain-text")).to_have_value(log.name)
        expect(page.locator(".tm-answer__message")).to_have_text("optimizer got an empty parameter list")
        page.locator("#tm-explain-text").fill("")
        expect(page.locator(".tm-answer")).to_have_count(0)


@pytest.mark.parametrize("way", ["paste", "file"])
def test_ten_megabytes_do_not_block_the_page(open_page, way, tmp_path):
    """What blocks it does so each time; a busy machine does now and then."""
    log = tmp_path / "train.log"
    log.write_text("epoch 1, loss 0.5\n" * 560_000 + "optimizer got an empty parameter list", encoding="utf-8")
    assert any(longest_block(open_page("en"), way, log) < 100 for _ in range(3)), "the page was blocked"


def longest_block(page, way: str, log: Path) -> float:
    """Return how long, in milliseconds, a page was blocked at most while a log was answered."""
    page.wait_for_timeout(500)
    page.evaluate("window.log = 'epoch 1, loss 0.5\\n'.repeat(560000) + 'optimizer got an empty parameter list'")
    page.wait_for_timeout(500)
    page.evaluate("window.longest = 0")
    if way == "file":
        page.locator("#tm-explain-file").set_input_files(log)
    else:
        page.evaluate("""() => {
            const data = new DataTransfer();
            data.setData("text/plain", window.log);
            const field = document.querySelector("#tm-explain-text");
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""")
    expect(page.locator(".tm-answer__message")).to_have_text("optimizer got an empty parameter list", timeout=60_000)
    longest = page.evaluate("window.longest")
    if way == "paste":
        shown = page.locator("#tm-explain-text").input_value()
        assert len(shown) < 10_000
        assert "MB, read whole" in shown
    return longest


def test_each_entry_of_the_index_is_shown_as_it_is_and_can_be_linked_to(open_page):
    page = open_page("en")
    shown = page.locator("dl.tm-errors > dt").evaluate_all(
        "terms => terms.map((term) => [term.id, term.querySelector('code').textContent])"
    )
    assert dict(shown) == {entry.id: entry.message for entry in entries(PROJECT)}
    in_contents = page.locator(".md-sidebar--secondary .md-nav__link").count()
    assert in_contents < 60, "the table of contents has the topics, not the messages"
