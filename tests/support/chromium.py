"""The browser of the tests."""

from __future__ import annotations

import os
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Error, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
FRAME = """const frame = () => new Promise((done, fail) => {
  requestAnimationFrame(done);
  setTimeout(() => fail(new Error("the browser draws nothing")), 20000);
});"""
DRAWN = f"async () => {{ {FRAME} await frame(); }}"
NEEDS_CHROMIUM = pytest.mark.skipif(
    not CHROMIUM and not os.environ.get("CI"),
    reason="needs Chromium: install Debian's chromium, or any Chrome",
)


def start(chromium: BrowserType) -> Browser:
    """Return a Chromium that draws: now and then one starts whose pages load and are never drawn."""
    for _ in range(3):
        browser = chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        try:
            page.evaluate(DRAWN)
        except Error:
            continue  # it may not even close; it ends with the driver
        page.close()
        return browser
    raise RuntimeError(f"{CHROMIUM} was started three times and drew nothing")


def watch(page: Page, complaints: list[str]) -> Page:
    """Gather whatever a browser complains of on a page, or asks of another host."""
    page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "requestfailed",
        lambda request: (
            request.failure != "net::ERR_ABORTED"  # the reader went on before it was there
            and complaints.append(f"failed: {request.url} ({request.failure})")
        ),
    )
    page.on("response", lambda answer: answer.status >= 400 and complaints.append(f"{answer.status}: {answer.url}"))
    page.on(
        "request",
        lambda request: (
            urlsplit(request.url).hostname not in ("127.0.0.1", None)
            and complaints.append(f"asked elsewhere: {request.url}")
        ),
    )
    return page
