"""Lighthouse finds nothing to mend in a page of each kind. How fast they are, `make lighthouse` measures alone."""

from __future__ import annotations

from support.chromium import NEEDS_CHROMIUM
from support.lighthouse import NEEDS_NODE, PAGES, audit

pytestmark = [NEEDS_CHROMIUM, NEEDS_NODE]


def test_lighthouse_is_content(host):
    pages = audit(host, performance=0)
    assert len(pages) == len(PAGES)
    for page in pages:
        assert {"accessibility", "best-practices", "seo"} == set(page["scores"])
        assert set(page["scores"].values()) == {100}, (page["url"], page["scores"], page["missed"])
