"""The built site: whole, in both languages, under any path, asking no third party for anything."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest
from sitekit.page import INCLUDE
from sitekit.records import last_cuda_run
from support.built import PREFIX, build, sections
from support.labs import labs
from support.pages import EACH_PAGE, LANGUAGES, PROJECT, pages
from support.shell import copy_project


def parse(file: Path):
    return lxml.html.fromstring(file.read_bytes())


def local_targets(site: Path, root: str, file: Path):
    """Yield (element, written, file, fragment), or (element, written, None, host) for what is on another site."""
    here = urljoin(root, file.relative_to(site).as_posix())
    for element in parse(file).iter():
        for name in ("href", "src"):
            written = element.get(name) if isinstance(element.tag, str) else None
            if written is None or written.startswith(("data:", "mailto:")):
                continue
            target = urlsplit(urljoin(here, written))
            address = target._replace(query="", fragment="").geturl()
            if not address.startswith(root):
                yield element, written, None, target.netloc
                continue
            path = site / unquote(address[len(root) :])
            yield (
                element,
                written,
                path / "index.html" if path.is_dir() else path,
                unquote(target.fragment),
            )


@pytest.fixture(params=["site", "published"])
def built(request) -> tuple[str, Path]:
    """The site, built without and with a known address."""
    value = request.getfixturevalue(request.param)
    return value if request.param == "published" else ("http://127.0.0.1:8000/", value)


def test_no_internal_link_is_broken(built):
    root, site = built
    ids, count = {}, 0
    for file in sorted(site.rglob("*.html")):
        for _, written, target, fragment in local_targets(site, root, file):
            if target is None:
                continue
            count += 1
            assert target.is_file(), f"{file.relative_to(site)} refers to {written}, which is not there"
            if fragment and target.suffix == ".html":
                if target not in ids:
                    tree = parse(target)
                    ids[target] = set(tree.xpath("//@id")) | set(tree.xpath("//a/@name"))
                assert fragment in ids[target] | {"__comments"}, f"{file.relative_to(site)}: no anchor for {written}"
    assert count > 500


def test_nothing_is_fetched_from_elsewhere(site):
    for file in sorted(site.rglob("*.html")):
        for element, written, target, host in local_targets(site, "http://127.0.0.1:8000/", file):
            if target is None:
                assert element.tag == "a", f"{file.relative_to(site)}: <{element.tag}> fetches {written} from {host}"
    for file in site.rglob("*.css"):
        for written in re.findall(r"url\(\s*[\"']?([^)\"']+)", file.read_text(encoding="utf-8")):
            assert not urlsplit(written).netloc, f"{file.relative_to(site)} fetches {written}"


@EACH_PAGE
def test_each_page_names_itself_and_its_other_language(page, published, site):
    root, folder = published
    for known, base in ((True, folder), (False, site)):
        tree = page.built.tree(base)
        here = urljoin(root, page.built.url)
        alternates = {link.get("hreflang"): urljoin(here, link.get("href")) for link in tree.xpath("//link[@hreflang]")}
        assert alternates == {
            "ko": root + page.built.path,
            "en": root + "en/" + page.built.path,
            "x-default": root + page.built.path,
        }
        assert tree.get("lang") == page.language
        if known:
            assert tree.xpath("//link[@rel='canonical']/@href") == [here]
            assert all(link.startswith(root) for link in tree.xpath("//link[@hreflang]/@href"))
        (switch,) = tree.xpath("//a[@data-tm-language]")
        other = "en" if page.language == "ko" else "ko"
        assert switch.get("hreflang") == other
        assert not urlsplit(switch.get("href")).netloc, "the switch must work under any address"
        assert urljoin(here, switch.get("href")) == root + PREFIX[other] + page.built.path


@EACH_PAGE
def test_each_page_has_a_plain_form_with_its_code(page, site):
    plain = page.built.plain(site)
    text = plain.read_text(encoding="utf-8")
    assert not re.search("^(--8<--|:::)", text, re.MULTILINE)
    for include in page.includes:
        assert "\n".join(include.script.shown(include.section)) in text
    for link in re.findall(r"\]\(([^)#\s]+\.md)", text):
        assert (plain.parent / link).is_file(), f"{plain} refers to {link}, which is not there"
    html = page.built.html(site)
    (named,) = parse(html).xpath("//link[@type='text/markdown']/@href")
    assert (html.parent / named).resolve() == plain.resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms_txt_lists_each_page_with_its_rule(language, published):
    root, folder = published
    text = (folder / PREFIX[language] / "llms.txt").read_text(encoding="utf-8")
    for page in pages():
        if page.language == language:
            assert re.search(
                rf"^- \[.+\]\({re.escape(root + PREFIX[language] + page.key)}\.md\): \S", text, re.MULTILINE
            )
    (other,) = {"ko", "en"} - {language}
    assert f"({root}{PREFIX[other]}llms.txt)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sitemap_names_each_page_in_both_languages(language, published):
    root, folder = published
    tree = lxml.etree.parse(folder / PREFIX[language] / "sitemap.xml")
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = {
        url.findtext("s:loc", namespaces=names): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
        for url in tree.findall("s:url", names)
    }
    paths = [page.built.path for page in pages() if page.language == language]
    paths += [f"labs/{source.stem}/" for source in labs()]
    assert found == {root + PREFIX[language] + path: {"ko": root + path, "en": f"{root}en/{path}"} for path in paths}


def test_the_reference_gives_types_as_types(site):
    page = (site / "en/reference/index.html").read_text(encoding="utf-8")
    types = [re.sub("<[^>]*>", "", cell) for cell in re.findall(r'data-label="Type">(.*?)</td>', page, re.DOTALL)]
    assert types
    sentences = [cell for cell in types if re.search("[a-z] [a-z]+ [a-z]", re.sub("&#39;.*?&#39;", "", cell))]
    assert not sentences, "a colon makes a type of a sentence"


def test_each_language_has_its_own_search_index(site):
    hangul, letters = {}, {}
    for language in LANGUAGES:
        text = " ".join(section["text"] for section in sections(site, language))
        hangul[language] = len(re.findall("[가-힣]", text))
        letters[language] = len(re.findall("[A-Za-z]", text))
    assert hangul["ko"] > 10 * hangul["en"], "the English index has the Korean pages; the memo alone has Hangul there"
    assert letters["en"] > letters["ko"], "the Korean index has the English pages"


@EACH_PAGE
def test_the_page_shows_the_script_letter_by_letter(page, site):
    blocks = page.built.tree(site).xpath("//article//div[@class]//pre")
    shown = [block.text_content() for block in blocks]
    for include in page.includes:
        lines = include.script.path.read_text(encoding="utf-8").split(f"[start:{include.section}]\n")[1]
        code = lines.split("# --8<-- [end:")[0].strip("\n")
        found = any(f"\n{code}\n" in f"\n{text}\n" for text in shown)
        assert found, f"{page.name}:{include.line} is not shown as it stands"
    assert not any(INCLUDE.match(line) for text in shown for line in text.splitlines())


@EACH_PAGE
def test_code_that_needs_cuda_says_where_it_ran(page, site):
    notices = page.built.tree(site).xpath("//div[@class='admonition cuda']")
    needing = list(dict.fromkeys(include.script for include in page.includes if include.script.needs_cuda))
    assert len(notices) == len(needing)
    never = {"ko": "실행된 적이 없다", "en": "has not run"}[page.language]
    for notice, script in zip(notices, needing, strict=True):
        run = last_cuda_run(PROJECT, script)
        assert (run["device"] in notice.text_content()) if run else (never in notice.text_content())
        assert notice.getnext().xpath(".//pre"), "the notice stands right before the code"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("docs/ko/ols.md", "order.py", "order.py", ""),
        (
            "docs/ko/ols.md",
            "fit.py:fit",
            "fit.py:gone",
            "ols/fit.py:gone, but the script has no such section. It has: setup, fit, same, least",
        ),
        (
            "docs/en/ols.md",
            "fit.py:fit",
            "gone.py:fit",
            "ols/gone.py:fit, but there is no such script",
        ),
        ("docs/ko/ols.md", "**최소제곱법", "최소제곱법", "put the rule, in bold, after the title"),
        (
            "docs/en/ols.md",
            "(#gels_error) |",
            "(#gone) |",
            "ols.md has no heading #gone, which a message names",
        ),
        (
            "docs/ko/ols.md",
            '!!! memo "“outlier',
            '!!! note "“outlier',
            "ols.md has no box for ols.5 under #memo",
        ),
        ("docs/ko/ols.md", "(reference.md#torchmemo.regression.fit_ols)", "(gone.md)", "gone.md"),
        ("docs/en/ols.md", "(#huber)", "(#gone)", "#gone"),
    ],
    ids=["nothing", "section", "script", "rule", "message", "box", "page", "anchor"],
)
def test_a_broken_page_fails_the_build_and_leaves_the_last_good_site(name, old, new, message, tmp_path):
    project = copy_project(tmp_path / "project")
    last_good = project / "site" / "index.html"
    last_good.parent.mkdir()
    last_good.write_text("the last good site")
    page = project / name
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = build(project, project / "site")
    assert not list(project.glob("site.*")), "something half built was left"
    if not message:
        assert done.returncode == 0, done.stderr
        assert (project / "site/en/ols/index.html").exists()
        return
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert last_good.read_text() == "the last good site"
