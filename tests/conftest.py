"""The built site, as a reader's browser gets it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Page, sync_playwright
from sitekit import publish
from sitekit.project import ROOT
from support.built import QuietHandler, build, serving
from support.chromium import SIZES, start, watch
from support.lighthouse import Host


def pytest_addoption(parser):
    parser.addoption(
        "--record-version",
        action="store_true",
        help="record which scripts pass with this torch in examples/versions.json; `make versions` does it for all",
    )

    parser.addoption(
        "--accept-outputs",
        action="store_true",
        help="with --update-examples on CUDA: keep outputs that differ from what the scripts show or expect",
    )


def pytest_configure(config):
    if config.option.accept_outputs and not config.option.update_examples:
        raise pytest.UsageError("--accept-outputs says which outputs --update-examples keeps: give both")
    # What a shell starts with `&` ignores Ctrl-C, and so would all that the tests start and end by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    writes = config.option.update_examples or config.option.record_version
    if writes and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError("--update-examples and --record-version write files: run them without --numprocesses")


def built_once(factory: pytest.TempPathFactory, name: str, site_url: str = "") -> Path:
    """Return the folder of a site that the first of the test processes to ask for it builds."""
    parallel = "PYTEST_XDIST_WORKER" in os.environ
    folder = (factory.getbasetemp().parent if parallel else factory.getbasetemp()) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            done = build(ROOT, folder, site_url)
            assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site built without a known address."""
    return built_once(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> tuple[str, Path]:
    """The site built for an address with a sub-path, and that address."""
    url = "https://example.org/some/path/"
    return url, built_once(tmp_path_factory, "published", url)


@pytest.fixture(scope="session")
def served(site):
    """The address, with a sub-path, of a server for the built site."""
    with serving(QuietHandler, site) as address:
        yield f"{address}some/path/"


@pytest.fixture(scope="module")
def host(site, tmp_path_factory):
    """The address of a host that serves what `make dist` makes, compressed."""
    folder = tmp_path_factory.mktemp("host") / "site"
    publish.publish(site, folder)
    with serving(Host, folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = start(playwright.chromium)
        yield browser
        browser.close()


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
        page = watch(context.new_page(), complaints)
        page.goto(served + path, wait_until=until)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints
