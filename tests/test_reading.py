"""Every page can be read: at any width, by keyboard, magnified, in the reader's colors, on paper, read aloud."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect
from support.built import BuiltPage, QuietHandler, serving
from support.chromium import DRAWN, FRAME, NEEDS_CHROMIUM, SIZES, start, watch
from support.labs import labs
from support.pages import EACH_SCRIPT, LANGUAGES, pages

WIDTHS = (320, 360, 480, 600, 720, 768, 960, 1100, 1220, 1280, 1440)
ROOMS = ("", "zero_grad/", "en/labs/digits/", "en/errors/", "memo/", "examples/zero_grad/none.py/")  # one of each kind
BUILT = [page.built for page in pages()] + [BuiltPage(code, f"labs/{lab.stem}") for code in LANGUAGES for lab in labs()]
AT_ONCE = "*, ::before, ::after { transition: none !important; animation: none !important }"  # faded is no contrast
COLORS = ["color-contrast", "link-in-text-block"]  # what a scheme may break
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) shifts.push(...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120)));
})).observe({ type: "layout-shift", buffered: true });
"""
TO_THE_END = f"""async () => {{
  {FRAME}
  for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {{
    scrollTo(0, y);
    await frame();
  }}
  scrollTo(0, 0);
}}"""
WITHOUT_WHAT_IS_ON_EVERY_PAGE = """() => {
  document.querySelectorAll("pre code span:not(.tm-output)").forEach((span) => span.replaceWith(...span.childNodes));
  document.querySelectorAll(".md-sidebar").forEach((bar) => (bar.style.display = "none")); // it is still measured
}"""
# Whether a text can be told from its ground depends on what is asked for here, and is most of axe's time: of texts that
# are alike in all of it, three are judged, for one may lie under something else.
ALIKE = """() => {
  const grounds = new Map([[null, ""]]);
  const ground = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity].join();
      const behind = ground(element.parentElement);
      grounds.set(element, own === "rgba(0, 0, 0, 0),none,1" ? behind : `${behind} / ${own}`);
    }
    return grounds.get(element);
  };
  const met = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const says = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    const has = element.matches("input, textarea") || [...element.childNodes].some(says);
    element.toggleAttribute("data-judged", false);
    if (!has || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
    const link = element.closest("a[href]");
    const around = link && getComputedStyle(link.parentElement).color;
    const kind = [ground(element), color, fontSize, fontWeight, textDecorationLine, around].join(" | ");
    met.set(kind, (met.get(kind) || 0) + 1);
    element.toggleAttribute("data-judged", met.get(kind) <= 3);
  }
}"""
SIDEWAYS = """(widest) => [...document.querySelectorAll("article *")]
  .filter((element) => element.getBoundingClientRect().right > widest + 1
    && !element.closest("pre, .tm-scroll, .md-typeset__scrollwrap, math"))
  .map((element) => element.outerHTML.slice(0, 120)).slice(0, 3)"""
OUT_OF_REACH = """() => [...document.querySelectorAll("article :is(a[href], button, input, textarea, select, summary)")]
  .filter((element) => element.checkVisibility() && element.tabIndex < 0 && !element.matches(".headerlink"))
  .map((element) => element.outerHTML.slice(0, 120))"""
# What the page's styles go by, and what the browser's own (scroll bars, fields) do.
SCHEMES = "[document.body.dataset.mdColorScheme, getComputedStyle(document.documentElement).colorScheme]"
FOCUSED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  return { html: element.outerHTML.slice(0, 200), seen: box.right > 0 && box.left < innerWidth && box.width > 0 };
}"""

pytestmark = NEEDS_CHROMIUM


class Tab:
    """One tab for all pages: a context of its own for each would take longer than what is tested.

    Now and then a Chromium stops drawing: its pages load, and no frame comes any more. Then another takes its place.
    """

    def __init__(self, browser: Browser) -> None:
        self.complaints: list[str] = []
        self.chromium = browser.browser_type
        self._open(browser)

    def _open(self, browser: Browser) -> None:
        self.complaints.clear()
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        context.add_init_script(SHIFTS)
        self.page = watch(context.new_page(), self.complaints)

    def go(self, address: str, size: tuple[int, int], media: dict[str, str], then: str) -> Page:
        """Load a page and run a script in it that waits for frames."""
        for last in (False, True):
            try:
                self.page.set_viewport_size({"width": size[0], "height": size[1]})
                self.page.emulate_media(**media)
                self.page.goto(address, wait_until="load")
                self.page.evaluate(then)
                break
            except Error:
                if last:
                    raise
                self._open(start(self.chromium))  # the one that stopped ends with the driver
        return self.page


@pytest.fixture(scope="module")
def tab(browser):
    return Tab(browser)


@pytest.fixture
def read(tab, served):
    """Go to a page as a reader who has not been there, and at the end fail for what the browser complained of."""

    def go(path: str, size: str | int = "desktop", scheme: str = "light", then: str = DRAWN, **media: str) -> Page:
        media = {"media": "screen", "forced_colors": "none", "color_scheme": scheme} | media
        return tab.go(served + path, SIZES.get(size, (size, 900)), media, then)

    tab.complaints.clear()
    yield go
    tab.page.evaluate("localStorage.clear()")  # the choice of a scheme
    assert not tab.complaints


@pytest.mark.parametrize("built", [pytest.param(page, id=page.url or "home") for page in BUILT])
def test_each_page_can_be_read_by_all(read, built):
    page = read(built.url, then=TO_THE_END)
    shifts = page.evaluate("shifts")
    assert not shifts, "these move while the page comes: give them their size"
    expect(page.locator("article h1")).to_be_visible()
    assert not page.evaluate(OUT_OF_REACH), "no keyboard comes here"
    page.add_style_tag(content=AT_ONCE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            pytest.fail(f"{width} wide, it scrolls sideways: {page.evaluate(SIDEWAYS, width)}")
    if built.url not in ROOMS:
        page.evaluate(WITHOUT_WHAT_IS_ON_EVERY_PAGE)  # three quarters of axe's time; one page of each kind keeps it
    hold_by_axe(page)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_where_a_header_comes_tag_by_tag(browser, site, size):
    """As on a slow line, or a busy machine: the parser may stop after any tag, and what is there is shown."""
    html = BuiltPage("ko", "nn").html(site).read_text(encoding="utf-8")
    start, end = html.index("<header"), html.index("</header>")
    parts = [html[:start], *re.split("(?=<)", html[start:end]), html[end:]]

    class Slow(QuietHandler):
        def do_GET(self):  # noqa: N802 -- http.server names it so
            if not self.path.endswith("/nn/"):
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            for part in parts:
                self.wfile.write(part.encode())
                time.sleep(0.05)  # as long as some frames

    with serving(Slow, site) as address:
        width, height = SIZES[size]
        page = browser.new_page(viewport={"width": width, "height": height})
        page.add_init_script(SHIFTS)
        page.goto(f"{address}some/path/nn/", wait_until="load")
        page.evaluate(DRAWN)
        shifts = page.evaluate("shifts")
        page.close()
    assert not shifts, "these move while the page comes: give them their size"


@pytest.mark.parametrize(("prefers", "scheme"), [("light", "default"), ("dark", "slate")])
def test_the_first_that_is_shown_is_in_the_scheme_that_a_reader_prefers(browser, served, prefers, scheme):
    """Before Material's script has come, which asks for it too; then a choice goes before the preference."""
    page = browser.new_page(color_scheme=prefers)
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(f"{served}zero_grad/", wait_until="load")
    assert page.evaluate(SCHEMES) == [scheme, prefers]
    page.unroute("**/bundle.*.js")
    page.reload(wait_until="load")
    other = page.locator("label[for^=__palette]:visible")
    other.click()
    chosen = {"light": ["slate", "dark"], "dark": ["default", "light"]}[prefers]
    page.wait_for_function(f"document.body.dataset.mdColorScheme === {chosen[0]!r}", timeout=5000)
    assert page.evaluate(SCHEMES) == chosen
    page.reload(wait_until="load")
    assert page.evaluate(SCHEMES) == chosen
    page.close()


def go_dark(page: Page) -> None:
    """Switch to the dark scheme, as its button does."""
    page.evaluate("document.querySelector('#__palette_1').click()")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'", timeout=5000)


def hold_by_axe(page: Page) -> None:
    """Fail where axe-core finds what some readers cannot read, in either scheme."""
    hold(page, "body", {"rules": {rule: {"enabled": False} for rule in COLORS}})
    hold_colors(page)
    go_dark(page)
    hold_colors(page)


def hold_colors(page: Page) -> None:
    """Fail where a text can hardly be told from its ground."""
    page.evaluate(ALIKE)
    hold(page, "[data-judged]", {"runOnly": {"type": "rule", "values": COLORS}})


def hold(page: Page, where: str, rules: dict) -> None:
    """Fail where these rules of axe-core are broken."""
    options = {"resultTypes": ["violations"], "preload": False} | rules  # none needs the style sheets' text, nor media
    broken = Axe().run(page, context=where, options=options).response["violations"]
    said = [(rule["id"], node["target"], node["failureSummary"]) for rule in broken for node in rule["nodes"][:3]]
    assert not said, "axe-core: some readers cannot read this"


@pytest.mark.parametrize(
    ("style", "which"),
    [
        ("color: #b0b0b0", "pre .kn"),
        ("opacity: 0.4", "article p:nth-of-type(4)"),
        ("background: #6b3fb5", "article h2"),
        ("color: #c0c0ff", "article p a"),
    ],
)
def test_a_color_that_one_of_many_has_is_judged(read, style, which):
    page = read("en/zero_grad/")
    page.add_style_tag(content=AT_ONCE)
    hold_colors(page)
    page.locator(which).last.evaluate("(element, style) => (element.style = style)", style)
    with pytest.raises(AssertionError, match="axe-core"):
        hold_colors(page)


def test_the_page_of_a_script_can_be_read_by_all(read):
    page = read("examples/zero_grad/none.py/")
    page.add_style_tag(content=AT_ONCE)
    hold_by_axe(page)


@pytest.mark.parametrize("path", ROOMS)
def test_text_of_twice_the_size_is_not_cut_off(read, path):
    page = read(path, 640)  # what is left of 1280 when a browser magnifies twice
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page = read(path)
    page.add_style_tag(content="html { font-size: 250% !important }")  # where the reader's letters alone are larger
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    cut = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, button)")]
          .filter((element) => element.checkVisibility() && element.scrollHeight > element.clientHeight + 8
            && getComputedStyle(element).overflowY === "hidden").map((element) => element.outerHTML.slice(0, 120))"""
    )
    assert not cut


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("", ["md-search__input", "data-tm-language", "tm-ask-text", "<button", "#memo", "detach_numpy/"]),
        (
            "en/zero_grad/",
            ["md-search__input", "data-tm-language", "none.py/", "data-clipboard-text", "md-code__button"],
        ),
        ("errors/", ["md-search__input", "tm-explain-text", "md-code__button"]),
    ],
)
@pytest.mark.parametrize("size", SIZES)
def test_the_keyboard_alone_reaches_it_and_sees_where_it_is(read, path, wanted, size):
    page = read(path, size)
    page.add_style_tag(content=AT_ONCE)
    missing = list(wanted)
    for _ in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if "md-option" in here["html"] or "md-toggle" in here["html"]:
            continue  # Material shows these by their labels
        assert here["seen"] or "<body" in here["html"], f"the focus cannot be seen: {here['html']}"
        missing = [part for part in missing if part not in here["html"]]
        if "md-search__input" in here["html"]:
            page.keyboard.press("Escape")  # it opened the search
        if not missing:
            return
    pytest.fail(f"150 tabs, and these were not reached: {missing}")


@pytest.mark.parametrize("path", ROOMS)
def test_the_readers_own_colors_hide_no_mark(read, path):
    page = read(path, forced_colors="active")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll(".tm-verdict, .tm-source button, .md-code__button")]
        .filter((element) => {
          const mark = getComputedStyle(element, element.matches(".tm-verdict") ? "::before" : "::after");
          return mark.backgroundColor === getComputedStyle(document.body).backgroundColor;
        }).map((element) => element.outerHTML)"""
    )
    assert not hidden
    for output in page.locator(".tm-output, .tm-result").all()[:3]:
        assert output.evaluate("(element) => getComputedStyle(element, '::before').borderLeftStyle") != "none"


@pytest.mark.parametrize("path", ROOMS)
def test_a_print_has_all_of_the_code_and_nothing_to_press(read, path):
    page = read(path, 720, media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("pre, pre > code")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.innerText)"""
    )
    assert not cut
    for name in (".md-header", ".md-sidebar--primary", ".md-footer", ".md-code__nav", ".tm-ask", ".tm-source button"):
        for element in page.locator(name).all()[:2]:
            expect(element).to_be_hidden()
    for link in page.locator("article a[href^=http]").all()[:3]:
        assert link.get_attribute("href") in link.evaluate("(link) => getComputedStyle(link, '::after').content")


@pytest.mark.parametrize(
    ("path", "text", "copied"),
    [
        ("zero_grad/", "not written over it", ["(x).sum().backward()", "print(model.weight.grad.tolist())"]),
        ("en/errors/", "torchmemo explain", ["python train.py", "torchmemo explain --language en error.log"]),
        ("en/examples/zero_grad/none.py/", "one_step", ['"""zero_grad()', "import torch", "print(w.grad)"]),
    ],
)
def test_the_copy_button_copies_what_runs(read, path, text, copied):
    page = read(path)
    block = page.locator(".highlight", has_text=text).filter(has=page.locator(".tm-output")).first
    assert "#>" in block.inner_text()
    block.locator(".md-code__button").click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    found = page.evaluate("navigator.clipboard.readText()")
    assert all(part in found for part in copied)
    assert "#>" not in found
    lines = [line for line in block.locator("code").last.text_content().splitlines() if not re.match(r"\s*#>", line)]
    assert found.splitlines() == lines, "nothing else is missing, and no line is empty in its place"


def test_the_command_of_a_block_is_copied_and_its_file_opens(read):
    page = read("en/zero_grad/")
    line = page.locator(".tm-source", has_text="none.py").first
    line.locator("button").click()
    assert page.evaluate("navigator.clipboard.readText()") == "python examples/zero_grad/none.py"
    line.locator("a").click()
    expect(page.locator("article h1")).to_have_text("examples/zero_grad/none.py")
    expect(page.locator("article pre")).to_contain_text("def one_step")
    page.locator("[data-tm-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.locator("article h1")).to_have_text("examples/zero_grad/none.py")


@EACH_SCRIPT
def test_each_block_names_its_script_and_the_script_has_a_page(site, script):
    for language in LANGUAGES:
        folder = site / ("en" if language == "en" else "")
        whole = (folder / script.name / "index.html").read_text(encoding="utf-8")
        assert f"<title>{script.name} - torchmemo</title>" in whole
        assert "%" not in re.sub(
            r"(?s)<pre.*?</pre>|\d%", "", whole.partition("<article")[2].partition("</article>")[0]
        )
        explained = (folder / script.key / "index.html").read_text(encoding="utf-8")
        up = "../" * (script.key.count("/") + 1)
        assert f'<a href="{up}{script.name}/">{script.name}</a>' in explained


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_verdicts_are_told_apart_by_mark_word_and_color(read, scheme):
    page = read("memo/", scheme=scheme)
    looks = page.locator(".memo .tm-verdict").evaluate_all(
        """(chips) => chips.map((chip) => [
          chip.innerText, getComputedStyle(chip, "::before").maskImage, getComputedStyle(chip).color])"""
    )
    by_word = {word: (mark, color) for word, mark, color in looks}
    assert len(by_word) == 7
    assert {(word, mark, color) for word, mark, color in looks} == {(word, *by_word[word]) for word in by_word}
    assert len({mark for mark, _ in by_word.values()}) == 7, "a mark of its own, for who sees no colors"
    assert len({color for _, color in by_word.values()}) >= 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_output_does_not_look_like_code_or_like_an_error(read, scheme):
    page = read("zero_grad/", scheme=scheme)
    output = page.locator(".tm-output").first.evaluate("(element) => getComputedStyle(element).backgroundColor")
    code = page.locator(".highlight pre > code").first.evaluate(
        "(element) => getComputedStyle(element).backgroundColor"
    )
    red, green, _ = (int(number) for number in re.findall(r"\d+", output)[:3])
    assert output != code
    assert red < green


def test_on_a_phone_each_row_of_messages_stands_by_itself(read):
    page = read("zero_grad/", "phone")
    row = page.locator("#messages ~ .tm-rows tbody tr").first
    boxes = [cell.bounding_box() for cell in row.locator("td").all()]
    assert all(below["y"] >= above["y"] + above["height"] - 1 for above, below in itertools.pairwise(boxes))
    assert all(box["x"] + box["width"] <= 360 for box in boxes)
    label = row.locator("td").nth(1).evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert label.strip('" ') == page.locator("#messages ~ .tm-rows th").nth(1).text_content()


@pytest.mark.parametrize("path", ["errors/", "en/errors/"])
def test_the_error_index_has_topics_in_its_contents(read, path):
    page = read(path)
    entries = page.locator(".md-sidebar--secondary .md-nav__link").count()
    assert 5 < entries < page.locator("dl.tm-errors > dt").count() / 4


@pytest.mark.parametrize("path", ["zero_grad/", "memo/", "labs/digits/"])
def test_hangul_is_not_slanted_and_words_are_whole(read, path):
    page = read(path, "phone")
    slanted = page.evaluate(
        """() => [...document.querySelectorAll("article *")].filter((element) => /[가-힣]/.test(element.textContent)
          && getComputedStyle(element).fontStyle !== "normal").map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert not slanted
    assert page.locator("article p").first.evaluate("(element) => getComputedStyle(element).wordBreak") == "keep-all"


@pytest.mark.parametrize("path", ["zero_grad/", "en/labs/digits/"])
def test_headings_prose_code_and_figures_share_their_edges(read, path):
    page = read(path, 1440)
    parts = page.locator("article > :is(h1, h2, p, .highlight, figure, .memo, ul)")
    edges = parts.evaluate_all(
        "(parts) => parts.map((part) => part.getBoundingClientRect()).map((b) => [b.left, b.right])"
    )
    assert len({round(left) for left, _ in edges}) == 1
    assert len({round(right) for _, right in edges}) == 1
