"""How fast a phone has a page of each kind, by Lighthouse: `make lighthouse`, on a machine that does nothing else."""

from __future__ import annotations

from support.chromium import NEEDS_CHROMIUM
from support.lighthouse import NEEDS_NODE, PAGES, audit

PERFORMANCE = 95

pytestmark = [NEEDS_CHROMIUM, NEEDS_NODE]


def test_each_kind_of_page_is_fast(host):
    found = {page["url"]: page["scores"]["performance"] for page in audit(host, PERFORMANCE)}
    assert len(found) == len(PAGES)
    assert min(found.values()) >= PERFORMANCE, found
