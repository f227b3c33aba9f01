"""What a host gets: compressed copies, a page for what is not there, and the last good folder after an interruption."""

from __future__ import annotations

import gzip
import http.server
import re
from pathlib import Path

import lxml.html
import pytest
from PIL import Image
from playwright.sync_api import expect
from sitekit import publish
from sitekit.project import ROOT
from support.built import serving
from support.chromium import NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def folder(published, tmp_path_factory):
    """The folder for a host, of the site with a known address."""
    address, site = published
    target = tmp_path_factory.mktemp("host") / "site"
    publish.publish(site, target, address)
    return target


def test_each_text_has_a_compressed_copy_that_is_the_same(folder):
    texts = [file for file in folder.rglob("*") if file.suffix in publish.COMPRESSED and file.stat().st_size >= 1024]
    assert len(texts) > 200
    for file in texts:
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()


def test_robots_name_both_sitemaps(folder, published):
    address, _ = published
    text = (folder / "robots.txt").read_text(encoding="utf-8")
    for path in re.findall(r"Sitemap: (\S+)", text):
        assert (folder / path.removeprefix(address)).is_file()
    assert text.count("Sitemap:") == 2


def test_an_interruption_leaves_the_last_good_folder(tmp_path, monkeypatch):
    site, target = tmp_path / "built", tmp_path / "site"
    for place, text in ((site, "new"), (target, "good")):
        place.mkdir()
        (place / "index.html").write_text(text * 1000)

    def stop(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("gzip.compress", stop)
    with pytest.raises(KeyboardInterrupt):
        publish.publish(site, target)
    assert (target / "index.html").read_text().startswith("good")
    monkeypatch.undo()
    publish.publish(site, target)
    assert (target / "index.html").read_text().startswith("new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "site"]


def test_what_is_shared_has_a_title_and_a_picture_of_the_site(published):
    address, site = published
    for name in ("index.html", "en/zero_grad/index.html"):
        tree = lxml.html.parse(site / name).getroot()
        said = {tag.get("property"): tag.get("content") for tag in tree.xpath("//meta[@property]")}
        assert {"og:title", "og:description", "og:url", "og:image"} <= set(said)
        assert said["og:image"].startswith(address)
        picture = site / said["og:image"].removeprefix(address)
        with Image.open(picture) as image:
            assert image.size == (1200, 630)


class Host(http.server.SimpleHTTPRequestHandler):
    """A plain file server with the site under a sub-path, and its own page for what is not there."""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/some/path"))

    def send_error(self, code, message=None, explain=None):
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def host(folder):
    with serving(Host, folder) as address:
        yield f"{address}some/path/"


@NEEDS_CHROMIUM
@pytest.mark.parametrize(
    ("asked", "nearest"), [("zero_grda/", "/some/path/zero_grad/"), ("en/optin/", "/some/path/en/optim/")]
)
def test_what_is_not_there_leads_to_the_nearest_page(browser, host, asked, nearest):
    page = browser.new_page()
    page.goto(host + asked)
    expect(page.locator("#tm-nearest li")).to_have_count(3)
    assert page.locator("#tm-nearest a").first.get_attribute("href") == nearest
    expect(page.locator(".md-search__input")).to_be_attached()
    page.locator("#tm-nearest a").first.click()
    page.wait_for_url(f"**{nearest}")
    page.close()


@NEEDS_CHROMIUM
def test_without_javascript_there_are_links(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}nowhere/")
    links = page.locator("article a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert {"/some/path/errors/", "/some/path/en/errors/"} <= set(links)
    context.close()


def test_the_picture_for_sharing_is_what_its_script_draws(tmp_path):
    from support.share import draw

    draw(tmp_path / "share.png")
    drawn, kept = (
        Image.open(path).convert("RGB") for path in (tmp_path / "share.png", ROOT / "docs/theme/assets/share.png")
    )
    assert drawn.size == kept.size
    small = [image.resize((60, 32)).tobytes() for image in (drawn, kept)]
    assert sum(abs(a - b) for a, b in zip(*small, strict=True)) / len(small[0]) < 6, "run python tests/support/share.py"
