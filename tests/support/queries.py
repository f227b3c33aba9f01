"""What is searched for, and where the answer is: tests/support/queries.tsv, written before the search was tuned."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("queries.tsv")


@dataclass(frozen=True)
class Query:
    """A query in a language, its kind, and the right places: pages, some with a section (`nn#modes`)."""

    language: str
    kind: str
    text: str
    places: tuple[str, ...]

    @property
    def pages(self) -> set[str]:
        """The pages of the places."""
        return {place.partition("#")[0] for place in self.places}

    @property
    def half(self) -> str:
        """The half that it belongs to: `tune`, which the search was tuned on, or `held`."""
        return "held" if zlib.crc32(self.text.encode()) % 2 else "tune"


def queries() -> list[Query]:
    """Return every row of the table.

    The kind `new` are those about pages that came after the memo's; `asked` were written later, of any page, and the
    search was tuned to them only after it had been measured on them.
    """
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Query(row["language"], row["kind"], row["query"], tuple(row["pages"].split("|"))) for row in rows]
