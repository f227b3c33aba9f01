"""The search's index: each section's prose, code and incoming links, and the words that mean the same."""

from __future__ import annotations

import functools
import html
import json
import re
from pathlib import Path
from urllib.parse import urljoin

from sitekit import ContentError
from sitekit.glossary import terms
from sitekit.project import Project

NAME = "docs/search.toml"
_PRE = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^":?]+)"[^>]*>')
# What stands around a link: a row, of which the first cell counts; an item; a message with its advice.
_ROW = re.compile(r"<tr\b[^>]*>\s*<td\b[^>]*>((?:(?!</td>).)*)(.*?)</tr>", re.DOTALL)
_ITEM = re.compile(r"<li\b[^>]*>((?:(?!<li\b).)*?)</li>", re.DOTALL)
_DEFINITION = re.compile(r'<dt id="([^"]+)">(.*?)</dt>\s*<dd>(.*?)</dd>', re.DOTALL)
_LONGEST_LINK = 160  # letters
_FIELDS = ("location", "title", "text", "code", "links", "to")  # of a section
# Sections that say nothing of their own; the memo's page repeats what the pages say of it.
_EMPTY = re.compile(r"#(sources|messages)$|^memo/#|^errors/#topic_")
_REPEATED = re.compile(r"(?:import|from|except) |try:|@staticmethod")
_DRAWN = re.compile(r"#figure$")  # a drawing's code is not searched for


def things(project: Project) -> list[dict]:
    """Return what has more than one name, as `{"words": [...], "pages": [...]}`: the terms, marked so, and the others.

    Raises:
        ContentError: a row with other fields, or with fewer than two words.
    """
    found = [
        {"words": [term.ko, re.sub(r"\(.*\)", "", term.ko), term.en, *term.aliases], "pages": [term.page], "term": True}
        for term in terms(project)
    ]
    for row in project.data(NAME)["same"]:
        if not {"words"} <= set(row) <= {"words", "pages"} or len(row["words"]) < 2:
            raise ContentError(f"{NAME}: {row}: give two words or more, and pages if it has any; nothing else")
        found.append({"words": row["words"], "pages": row.get("pages", [])})
    return found


def shape(project: Project, site: Path) -> None:
    """Make of a language's index what docs/theme/assets/search_worker.js reads, in search/sections.json.

    Material's page reads the index before its worker does, while it should draw: nothing is left in there.

    Args:
        project: the sources.
        site: the language's folder, with its pages.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    keys = {entry["location"].partition("#")[0].rstrip("/") for entry in index["docs"]}
    read = [_read(key, (site / key / "index.html").read_text(encoding="utf-8")) for key in sorted(keys)]
    links: dict[str, list[str]] = {}
    for target, words in (link for _, of_page in read for link in of_page):
        links.setdefault(target, []).append(words)
    docs = [_entry(entry["location"], entry["title"], entry["text"]) for entry in index["docs"]]
    _drop_repeated(docs)
    docs += [definition for definitions, _ in read for definition in definitions]
    docs = [
        {**entry, "links": " · ".join(dict.fromkeys(links[where]))} if (where := entry["location"]) in links else entry
        for entry in docs
    ]
    names = [{"words": _names(entry), "pages": [entry["location"].rstrip("/")]} for entry in docs if _is_page(entry)]
    known = [{**thing, "pages": [key for key in thing["pages"] if key in keys]} for thing in [*things(project), *names]]
    config = {"lang": index["config"]["lang"], "separator": index["config"]["separator"], "things": known}
    columns = {name: [entry.get(name, "") for entry in docs] for name in _FIELDS}  # like beside like compresses better
    text = json.dumps({"config": config, "docs": columns}, ensure_ascii=False, separators=(",", ":"))
    path.with_name("sections.json").write_text(text, encoding="utf-8")
    path.write_text(json.dumps({"config": index["config"], "docs": []}), encoding="utf-8")


def _is_page(entry: dict) -> bool:
    return "#" not in entry["location"] and entry["location"] not in ("", "./")


def _names(entry: dict) -> list[str]:
    """Return what a page is called: its title, and the last part of its key."""
    title = re.split(r"[:,.?]", entry["title"])[0]
    return [title, entry["location"].rstrip("/")] if len(title.split()) < 4 else [entry["location"].rstrip("/")]


@functools.lru_cache(maxsize=4096)  # from save to save
def _entry(location: str, title: str, text: str) -> dict:
    """Return one section of the index without markup, its code apart."""
    blocks = _PRE.findall(text)
    shaped = {"location": location, "title": _plain(title), "text": ""}
    if _EMPTY.search(location):
        return shaped
    shaped["text"] = _plain(_PRE.sub(" ", text))
    if _DRAWN.search(location):
        blocks = []
    if location.startswith("reference/"):
        blocks = blocks[:1]  # the signature; after it comes the source
    lines = "\n".join(html.unescape(_TAG.sub("", block)) for block in blocks).splitlines()
    if code := "\n".join(filter(None, map(str.strip, lines))):
        shaped["code"] = code
    return shaped


def _drop_repeated(docs: list[dict]) -> None:
    """Leave each import and the like in the first of a page's sections that has it: it says little of the others."""
    seen: dict[str, set[str]] = {}
    for place, entry in enumerate(docs):
        before = seen.setdefault(entry["location"].partition("#")[0], set())
        lines = entry.get("code", "").split("\n")
        kept = [line for line in lines if line not in before]
        before.update(filter(_REPEATED.match, lines))
        if kept != lines:
            docs[place] = {**entry, "code": "\n".join(kept)}


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).replace("\u2060", "").split())


@functools.lru_cache(maxsize=256)  # from save to save
def _read(key: str, page: str) -> tuple[list[dict], list[tuple[str, str]]]:
    """Return what a page's HTML defines, as sections of the index, and its links: where to, and what is said there.

    What is said is a question, a message, an item.
    """
    found = _ARTICLE.search(page)
    article = found[0] if found else ""
    definitions, links = [], []
    said = [(cell, cell + rest) for cell, rest in _ROW.findall(article)]
    said += [(item, item) for item in _ITEM.findall(article)]
    for name, title, text in _DEFINITION.findall(article):
        said.append((title, text))
        targets = _targets(key, text)
        definitions.append({"location": f"{key}/#{name}", "title": _plain(title), "text": _plain(text)})
        definitions[-1] |= {"to": targets[-1]} if targets else {}
    for words, around in said:
        targets, text = _targets(key, around), _plain(words)
        if len(set(targets)) == 1 and 2 < len(text) <= _LONGEST_LINK:
            links.append((targets[0], text))
    return definitions, links


def _targets(key: str, text: str) -> list[str]:
    """Return the locations that the links of a page's text lead to."""
    return [urljoin(f"/{key}/" if key else "/", target).removeprefix("/") for target in _LINK.findall(text)]
