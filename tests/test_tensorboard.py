"""A real TensorBoard over what the page's script wrote: its API, its scalar page, and whom it talks to."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from PIL import Image, ImageChops, ImageStat
from sitekit.project import ROOT
from support.chromium import NEEDS_CHROMIUM
from support.runner import write_whole

pytestmark = NEEDS_CHROMIUM
PICTURE = ROOT / "examples/tensorboard/scalars.png"
WRITTEN = [(0, 1.0), (1, 0.5), (2, 1 / 3), (3, 0.25), (4, 0.2)]


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """The address of a TensorBoard over the folder that write.py has written."""
    folder = tmp_path_factory.mktemp("board")
    subprocess.run(
        [sys.executable, ROOT / "examples/tensorboard/write.py"], cwd=folder, check=True, capture_output=True
    )
    command = [sys.executable, "-m", "tensorboard.main", "--logdir", "runs", "--host", "127.0.0.1", "--port", "0"]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    try:
        url = next(found[0] for line in server.stderr if (found := re.search(r"http://\S+/", line)))
        deadline = time.monotonic() + 60
        while not get(f"{url}data/plugin/scalars/tags") and time.monotonic() < deadline:
            time.sleep(0.2)
        yield url
    finally:
        server.terminate()
        server.communicate()


def get(url):
    with urlopen(url, timeout=60) as answer:
        return json.load(answer)


def test_the_api_gives_what_the_page_wrote(board):
    assert get(f"{board}data/plugin/scalars/tags").keys() == {"first"}
    points = get(f"{board}data/plugin/scalars/scalars?run=first&tag=Loss/train")
    assert [(step, pytest.approx(value)) for _, step, value in points] == WRITTEN


def test_the_picture_is_of_this_run_and_nothing_is_sent_elsewhere(board, browser, request):
    page, asked = browser.new_page(viewport={"width": 1000, "height": 640}), []
    page.on("request", lambda sent: asked.append(urlsplit(sent.url).netloc))
    page.goto(f"{board}?darkMode=false#timeseries")
    page.get_by_text("Loss/train").first.wait_for()
    page.get_by_text("Ignore outliers in chart scaling").click()  # or the ends are cut off
    page.locator("button", has_text="Settings").last.click()  # puts the panel away
    page.mouse.move(500, 5)
    page.wait_for_load_state("networkidle")
    time.sleep(2)  # the chart moves into place
    shown = page.screenshot()
    page.close()
    assert set(asked) <= {urlsplit(board).netloc, ""}, "TensorBoard's page asks another host"
    if request.config.getoption("update_examples"):
        write_whole(PICTURE, shown)
    new, old = (Image.open(io.BytesIO(data)).convert("RGB") for data in (shown, PICTURE.read_bytes()))
    assert new.size == old.size
    difference = sum(ImageStat.Stat(ImageChops.difference(new, old)).mean) / 3
    assert difference < 2, f"{PICTURE.name} shows something else: run `pytest --update-examples` and look at it"
