"""The search: what people type finds the page that answers, at once, in both languages, and nothing makes it hang."""

from __future__ import annotations

import gzip
import json
import re
import statistics
from collections import Counter
from urllib.parse import urlsplit

import pytest
from sitekit import ContentError, search
from sitekit.glossary import terms
from sitekit.project import LANGUAGES, Project
from support.built import PREFIX, sections
from support.chromium import NEEDS_CHROMIUM
from support.pages import PROJECT
from support.queries import Query, queries

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
QUERIES = queries()
FIRST = [query for query in QUERIES if query.kind not in ("new", "asked")]
PARTICLES = ["", "을", "를", "이", "가", "은", "는", "의", "에", "에서", "로", "와", "과", "이란", "인가요"]
PLANNED = {"loss", "not_learning", "data", "checkpoint", "mixed_precision", "many_processes", "install", "compile"}
MOST_BYTES = 300_000  # of an index, compressed
MOST_SECONDS = 0.1

# Speak with the search's worker as Material's page does. The answers' places, and how long each took.
ASK = """async ([folder, texts]) => {
  const worker = new Worker(`${folder}assets/search_worker.js`);
  const send = (message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(message);
  });
  await send({ type: 0 });
  const answers = [];
  for (const of of texts) {
    const text = typeof of === "string" ? of : of[0].repeat(of[1]) + of[2];
    const begin = performance.now();
    const { data } = await send({ type: 2, data: text });
    answers.push([data.items.map((item) => item.map(({ location }) => location)), (performance.now() - begin) / 1000]);
  }
  worker.terminate();
  return answers;
}"""


@pytest.fixture(scope="module")
def ask(browser, served):
    """A function that asks a language's search and returns, for each text, its places and how long it took.

    A text may be given as what is repeated, how often, and an end: a long one takes a minute on its way to the browser.
    """
    page = browser.new_page()
    page.goto(served, wait_until="load")

    def answers(language: str, texts: list) -> list[tuple[list[list[str]], float]]:
        return page.evaluate(ASK, [served + PREFIX[language], texts])

    yield answers
    page.close()


@pytest.fixture
def visit(browser, served):
    """Open a page of the site; at the end, fail for whatever was asked elsewhere or went wrong."""
    contexts, complaints = [], []

    def open_page(path: str, size: str = "desktop"):
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                urlsplit(request.url).hostname not in ("127.0.0.1", None)
                and complaints.append(f"asked elsewhere: {request.url}")
            ),
        )
        page.goto(served + path, wait_until="networkidle")
        if size == "phone":
            page.locator("label[for=__search].md-header__button").click()
        page.locator(".md-search__input").click()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def found_by(ask, asked: list[Query]) -> dict[Query, list[list[str]]]:
    """Return the places that each query finds."""
    found = {}
    for language in LANGUAGES:
        of = [query for query in asked if query.language == language]
        found |= dict(zip(of, (items for items, _ in ask(language, [query.text for query in of])), strict=True))
    return found


def pages_of(items: list[list[str]]) -> list[str]:
    """Return the pages of the results, first to last."""
    return [item[0].partition("#")[0].rstrip("/") for item in items]


def rank(query: Query, items: list[list[str]]) -> int:
    """Return where the first right page stands, from 1; 99 where there is none."""
    return next((n for n, page in enumerate(pages_of(items), 1) if page in query.pages), 99)


def missed(found: dict[Query, list[list[str]]]) -> list[str]:
    """Say which queries have no right page among the first three."""
    return [
        f"{query.language} {query.kind}: '{query.text}' finds {pages_of(items)[:3]}, not {sorted(query.pages)}"
        for query, items in found.items()
        if rank(query, items) > 3
    ]


def test_the_queries_are_three_hundred_half_korean_in_two_halves():
    assert Counter(query.language for query in FIRST) == {"ko": 150, "en": 150}
    assert len({(query.language, query.text) for query in QUERIES}) == len(QUERIES)
    assert min(Counter((query.language, query.half) for query in FIRST).values()) > 70
    keys = {page.key for page in _pages()}
    for query in QUERIES:
        assert query.pages <= keys | PLANNED, f"tests/support/queries.tsv: '{query.text}': there is no such page"


@NEEDS_CHROMIUM
@pytest.mark.parametrize("half", ["tune", "held"])
def test_what_people_type_finds_the_page(ask, half):
    found = found_by(ask, [query for query in FIRST if query.half == half])
    assert all(found.values()), [query.text for query, items in found.items() if not items]
    misses = missed(found)
    assert len(misses) <= 0.05 * len(found), misses
    first = [query for query, items in found.items() if rank(query, items) == 1]
    assert len(first) >= 0.85 * len(found), "the right page should mostly be the first"


@NEEDS_CHROMIUM
def test_the_new_pages_are_found(ask, site):
    asked = [q for q in QUERIES if q.kind == "new" and any((site / page).is_dir() for page in q.pages & PLANNED)]
    found = found_by(ask, asked)
    assert all(found.values())
    misses = missed(found)
    assert len(misses) <= 0.05 * len(found), misses


@NEEDS_CHROMIUM
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_asked_later_finds_the_page(ask, language):
    found = found_by(ask, [query for query in QUERIES if query.kind == "asked" and query.language == language])
    assert len(found) >= 98
    assert all(found.values())
    misses = missed(found)
    assert len(misses) <= 0.05 * len(found), misses


@NEEDS_CHROMIUM
def test_results_name_the_section(ask, site):
    there = {
        language: {entry["location"].replace("/#", "#").rstrip("/") for entry in sections(site, language)}
        for language in LANGUAGES
    }
    asked = [query for query in QUERIES if {place for place in query.places if "#" in place} & there[query.language]]
    named = {}
    for query, items in found_by(ask, asked).items():
        shown = {item[0].replace("/#", "#") for item in items[:3]}
        shown |= {place.partition("#")[0].rstrip("/") for place in shown if "#" in place}
        named[query] = any(place in shown for place in query.places)
    assert sum(named.values()) >= 0.7 * len(named), [query.text for query, right in named.items() if not right]


@NEEDS_CHROMIUM
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_finds_its_page_whatever_its_particle(ask, language):
    names = {name: term.page for term in terms(PROJECT) for name in [term.ko, term.en, *term.aliases]}
    texts = {f"{name}{particle}": page for name, page in names.items() for particle in PARTICLES}
    found = dict(zip(texts, (pages_of(items)[:3] for items, _ in ask(language, list(texts))), strict=True))
    for text, page in texts.items():
        assert page in found[text], f"'{text}' finds {found[text]}"
    later = [name for name, page in names.items() if found[name][0] != page]
    assert len(later) <= 0.05 * len(names), f"their page is not the first: {later}"


@NEEDS_CHROMIUM
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_finds_its_place(ask, site, language):
    entries = [
        entry
        for entry in sections(site, language)
        if not re.match("(memo|glossary|errors|reference|contributing|architecture)?/?(#|$)", entry["location"])
        and not re.search("#(memo|sources|messages|figure)$", entry["location"])
    ]
    answers = ask(language, [entry["title"] for entry in entries])
    misses = [
        entry["title"]
        for entry, (items, _) in zip(entries, answers, strict=True)
        if entry["location"].partition("#")[0].rstrip("/") not in pages_of(items)[:3]
    ]
    assert len(misses) <= 0.04 * len(entries), misses


@NEEDS_CHROMIUM
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_message_finds_where_it_is_explained(ask, site, language):
    entries = [entry for entry in sections(site, language) if entry["to"]]
    assert len(entries) > 100
    whole = {f"{prefix}{entry['title']}": entry for prefix in ("", "RuntimeError: ") for entry in entries}
    for (text, entry), (items, _) in zip(whole.items(), ask(language, list(whole)), strict=True):
        right, first = {"errors", entry["to"].partition("#")[0].rstrip("/")}, pages_of(items)[:3]
        assert right <= set(first), f"'{text}' finds {first}"
    parts = {" ".join(words[1:6]): entry for entry in entries if len(words := entry["title"].split()) > 7}
    misses = []
    for (text, entry), (items, _) in zip(parts.items(), ask(language, list(parts)), strict=True):
        right, first = {"errors", entry["to"].partition("#")[0].rstrip("/")}, pages_of(items)[:3]
        misses += [] if right & set(first) else [f"'{text}' finds {first}"]
    assert len(misses) <= 0.05 * len(parts), misses


@NEEDS_CHROMIUM
def test_an_answer_takes_no_time(ask):
    texts = [query.text for query in FIRST if query.language == "ko"]
    ask("ko", texts)
    times = [seconds for _, seconds in ask("ko", texts)]
    assert statistics.quantiles(times, n=20)[-1] < MOST_SECONDS


@NEEDS_CHROMIUM
def test_bad_input_is_answered_at_once(ask):
    nothing = ["", " ", "😀", "😀🎉" * 1000, "\0", "?!…", "ㅤ", "()"]
    long = [
        ("x", 10_000_000, ""),
        ("x", 5_000_000, "\n"),
        ("0123456789 ", 900_000, ""),
        ("\0\x1b[31m", 2_000_000, ""),
        ("가나다라마바사 ", 1_200_000, ""),
        ("ModuleList ", 900_000, ""),
        ('File "a.py", line 3\n', 500_000, "RuntimeError: Trying to backward through the graph a second time"),
    ]
    answers = ask("ko", nothing + long)
    assert all(not items for items, _ in answers[: len(nothing)])
    assert max(seconds for _, seconds in answers) < 1, "only the end of ten megabytes is read"
    assert "tensor" in pages_of(answers[-1][0])[:3]
    assert pages_of(answers[-2][0])[0] == "sequential_modulelist"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_small(site, language):
    size = len(gzip.compress((site / PREFIX[language] / "search/sections.json").read_bytes(), 6))
    assert size <= MOST_BYTES, f"{size} bytes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_has_no_markup_and_every_name(site, language):
    assert not [entry for entry in sections(site, language) if re.search("</?(p|pre|code|li|ul)>", entry["text"])]
    index = json.loads((site / PREFIX[language] / "search/sections.json").read_text(encoding="utf-8"))
    words = [set(thing["words"]) for thing in index["config"]["things"]]
    for term in terms(PROJECT):
        assert any({term.ko, term.en, *term.aliases} <= names for names in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_import_stands_in_one_section_of_a_page(site, language):
    lines = Counter(
        (entry["location"].partition("#")[0], line)
        for entry in sections(site, language)
        for line in set(entry["code"].split("\n"))
        if re.match("(import|from) ", line)
    )
    assert len(lines) > 100
    assert max(lines.values()) == 1


def test_links_say_what_a_place_answers(site):
    links = {entry["location"]: entry["links"] for entry in sections(site, "en")}
    assert "object has no attribute 'norm'" in links["zero_grad/#none_error"]


def test_the_other_names_lead_to_pages_that_are_there():
    keys = {page.key for page in _pages()}
    for row in PROJECT.data(search.NAME)["same"]:
        assert set(row.get("pages", [])) <= keys | PLANNED, f"docs/search.toml: {row['words'][0]}: no such page"
        plain = [re.sub(r"[\s_\-]", "", word).lower() for word in row["words"]]
        assert len(set(plain)) == len(plain), f"docs/search.toml: {row['words'][0]}: a word comes twice"


@pytest.mark.parametrize("row", ['words = ["a"]', 'words = ["a", "b"]\nterm = "c"', 'pages = ["nn"]'])
def test_bad_names_are_named(row, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/search.toml").write_text(f"[[same]]\n{row}\n", encoding="utf-8")
    (tmp_path / "docs/glossary.toml").write_text("term = []\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"docs/search.toml: .*two words or more"):
        search.things(Project(tmp_path))


# In the box itself.


@NEEDS_CHROMIUM
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("path", "text", "page", "section"),
    [
        ("", "더해지나요", "zero_grad/", "#accumulate"),
        ("", "오류메시지", "errors/", ""),
        ("", "NoneType", "zero_grad/", "#none_error"),
        ("zero_grad/", "옵티마이져를", "optim/", ""),
        ("en/", "clipped", "en/optim/", "#clip"),
        ("en/gpu/check/", "NoneType", "en/zero_grad/", "#none_error"),
    ],
)
def test_the_box_shows_the_page_and_its_section(visit, served, size, path, text, page, section):
    seen = visit(path, size)
    seen.locator(".md-search__input").fill(text)
    seen.wait_for_selector("a.md-search-result__link")
    links = seen.locator("li.md-search-result__item").first.locator("a").evaluate_all("all => all.map(a => a.href)")
    links = [re.sub(r"\?h=[^#]*", "", link) for link in links]
    assert links[0] == served + page
    assert links[-1].startswith(served + page + section)
    assert len(links) <= 2
    seen.locator("li.md-search-result__item a").nth(len(links) - 1).click()
    seen.wait_for_url(re.compile(re.escape(page) + ".*" + re.escape(section) + "$"))


@NEEDS_CHROMIUM
def test_the_first_result_is_there_within_a_tenth_of_a_second(visit):
    page = visit("")
    times = []
    for text in [
        "변화도를",
        "학습률이 안 줄어요",
        "optimizer.zero_grad()",
        "체크포인크",
        "모델을 GPU로 옮기려면 어떻게 하나요?",
    ] * 3:
        times.append(
            page.evaluate(
                """text => new Promise((resolve) => {
                  const field = document.querySelector(".md-search__input");
                  const begin = performance.now();
                  new MutationObserver((_, watcher) => {
                    if (!document.querySelector("a.md-search-result__link")) return;
                    watcher.disconnect();
                    resolve((performance.now() - begin) / 1000);
                  }).observe(document.querySelector(".md-search-result__list"), { childList: true });
                  field.value = text;
                  field.dispatchEvent(new Event("input", { bubbles: true }));
                })""",
                text,
            )
        )
        page.wait_for_timeout(50)
    assert statistics.median(times) < MOST_SECONDS, times


TRACEBACK = """Traceback (most recent call last):
  File "train.py", line 12, in <module>
    loss.backward()
  File "/opt/torch/_tensor.py", line 625, in backward
    torch.autograd.backward(
RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have
"""
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const field = document.querySelector(".md-search__input");
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@NEEDS_CHROMIUM
@pytest.mark.parametrize("path", ["", "en/gpu/check/", "errors/"])
def test_a_pasted_traceback_is_taken_to_the_error_finder(visit, served, path):
    page = visit(path)
    offer = page.locator(".tm-offer")
    assert offer.is_hidden()
    page.evaluate(PASTE, TRACEBACK)
    assert page.locator(".md-search__input").input_value().startswith("RuntimeError: Trying to backward")
    page.wait_for_selector("a.md-search-result__link")
    assert re.search("tensor/|errors/", page.locator("a.md-search-result__link").first.get_attribute("href"))
    kept = page.evaluate("sessionStorage.clear(), Storage.prototype.removeItem = () => {}")
    offer.click()
    page.wait_for_url(served + ("en/" if path.startswith("en/") else "") + "errors/")
    page.wait_for_load_state("load")
    kept = page.evaluate("sessionStorage['tm-explain'] || document.querySelector('.tm-explain textarea').value")
    assert kept.strip() == TRACEBACK.strip()


@NEEDS_CHROMIUM
def test_the_offer_is_made_for_errors_alone(visit):
    page = visit("")
    box, offer = page.locator(".md-search__input"), page.locator(".tm-offer")
    for text, offered in [
        ("RuntimeError: CUDA out of memory", True),
        ("오류 메시지", False),
        ("why is my loss nan", False),
        ("ValueError: optimizer got an empty parameter list", True),
    ]:
        box.fill(text)
        assert offer.is_visible() == offered, text
    page.locator(".md-search__form button[type=reset]").click()
    assert offer.is_hidden()


@NEEDS_CHROMIUM
def test_ten_megabytes_in_the_box(visit):
    page = visit("")
    page.evaluate(
        """() => {
          const field = document.querySelector(".md-search__input");
          field.value = "epoch 1, loss 0.5 " .repeat(600000) + "RuntimeError: CUDA out of memory.";
          window.begin = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          window.took = performance.now() - window.begin;
        }"""
    )
    page.wait_for_selector("a.md-search-result__link")
    assert page.evaluate("window.took") < 1000
    assert len(page.locator(".md-search__input").input_value()) <= 300
    page.evaluate(PASTE, "x" * 10_000_000)
    page.evaluate(PASTE, "noise\n" * 1_600_000 + TRACEBACK)
    page.locator(".tm-offer").click()
    page.wait_for_url(re.compile("errors/$"))


def _pages():
    from sitekit.project import pages

    return pages(PROJECT, "ko")
