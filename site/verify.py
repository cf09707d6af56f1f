"""What is wrong with built pages: links, headings, pictures, numbers, outside requests, secrets."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from coursepage.num import compute

from grader.course.manifest import load
from grader.course.notebook import read
from grader.course.term import ROOT
from grader.proof.check import MARKERS, secret_lines

PLACEHOLDERS = ("{python}", "{{", "{num}", "{notebook}", "{eval}", "Loading slides", *MARKERS)
REFERENCE = {
    "arxiv.org": re.compile(r"/abs/\d{4}\.\d{4,5}$"),
    "doi.org": re.compile(r"/10\.\d{4,9}/\S+$"),
    "proceedings.mlr.press": re.compile(r"/v\d+/\w+\.html$"),
    "jmlr.org": re.compile(r"/papers/v\d+/\w+\.html$"),
}
LOADED = {
    "img": "src",
    "script": "src",
    "audio": "src",
    "source": "src",
    "iframe": "src",
    "link": "href",
}


class Site:
    """The pages of a folder, parsed; `beside` is where slides, recordings and notebooks may lie."""

    def __init__(self, folder: Path, beside: Path):
        self.folder, self.beside = folder, beside
        self.pages = {
            path.relative_to(folder).as_posix(): BeautifulSoup(
                path.read_text(encoding="utf-8"), "html.parser"
            )
            for path in sorted(folder.glob("*.html"))
        }
        self.anchors = {
            name: {str(tag["id"]) for tag in page.find_all(id=True)}
            for name, page in self.pages.items()
        }


def problems(folder: Path, beside: Path | None = None) -> list[str]:
    """Everything that is wrong with the pages in `folder`, one line each; empty if nothing is."""
    site = Site(folder, beside or folder)
    found = [] if "index.html" in site.pages else ["index.html is missing."]
    for name, page in site.pages.items():
        checks = [links(site, name), loads(page), pictures(page), numbers(page), placeholders(page)]
        if name != "search.html":  # its heading is written by a script
            checks.append(headings(page))
        found += [f"{name}: {line}" for check in checks for line in check]
    return found + list(styles(folder)) + list(secrets(folder))


def links(site: Site, name: str) -> Iterator[str]:
    """Links within the site that lead nowhere, and outside ones that cannot be right."""
    for tag in site.pages[name].find_all("a", href=True):
        address = str(tag["href"])
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            shape = REFERENCE.get(parts.netloc.removeprefix("www."))
            if parts.scheme not in ("https", "mailto") or (shape and not shape.search(parts.path)):
                yield f"the outside link {address} has no right form."
            continue
        page = unquote(parts.path) or name
        if page in site.pages:
            if parts.fragment and unquote(parts.fragment) not in site.anchors[page]:
                yield f"the link {address} leads to no place of the page {page}."
        elif not (site.folder / page).exists() and not (site.beside / page).exists():
            yield f"the link {address} leads to no page."


def loads(page: BeautifulSoup) -> Iterator[str]:
    """What a browser would ask another host for when it opens the page."""
    for name, attribute in LOADED.items():
        for tag in page.find_all(name):
            if urlsplit(str(tag.get(attribute, ""))).netloc:
                yield f"<{name}> asks another host: {tag[attribute]}."


def headings(page: BeautifulSoup) -> Iterator[str]:
    """One h1, and no level left out on the way down."""
    levels = [int(tag.name[1]) for tag in page.select("article :is(h1, h2, h3, h4, h5, h6)")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level; one is needed."
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"the headings leave out a level: {levels}."


def pictures(page: BeautifulSoup) -> Iterator[str]:
    """Pictures that a screen reader cannot tell."""
    for tag in page.select("article img"):
        if not str(tag.get("alt", "")).strip() or str(tag["alt"]).startswith("_images"):
            yield f"the picture {tag.get('src')} has no text in its place."
    for tag in page.select('article svg[role="img"]'):
        if not tag.get("aria-label"):
            yield "a drawing has no text in its place."


def numbers(page: BeautifulSoup) -> Iterator[str]:
    """Computed numbers that the package's functions do not give."""
    for tag in page.select("span.number"):
        if tag.get_text() != compute(str(tag["data-of"])):
            yield f"{tag['data-of']} is {compute(str(tag['data-of']))}, the page says {tag.get_text()}."
    if page.select(".problematic, .system-message"):
        yield "something could not be computed or found."


def placeholders(page: BeautifulSoup) -> Iterator[str]:
    article = page.find("article")
    text = article.get_text() if isinstance(article, Tag) else page.get_text()
    yield from (
        f"the placeholder {mark!r} was never filled in." for mark in PLACEHOLDERS if mark in text
    )


def styles(folder: Path) -> Iterator[str]:
    """Style sheets that ask another host for a font or a picture."""
    for path in sorted(folder.rglob("*.css")):
        for match in re.finditer(
            r"(?:url\(|@import )\s*['\"]?(?:https?:)?//[^)'\"\s]+", path.read_text(encoding="utf-8")
        ):
            yield f"{path.relative_to(folder)}: asks another host: {match[0]}."


def secrets(folder: Path) -> Iterator[str]:
    """Lines of solutions, model answers or hidden tests on any page or in the search index."""
    manifest = load(ROOT)
    public = (ROOT / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    secret = [
        _flat(line)
        for module in manifest.modules
        for line in secret_lines(
            read(ROOT / "modules" / module.id / f"{module.name}.ipynb"), public
        )
    ]
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".html", ".js", ".txt", ".md") or (
            "_static" in path.parts and path.name != "play.js"
        ):
            continue
        text = path.read_text(encoding="utf-8")
        flat = _flat(
            BeautifulSoup(text, "html.parser").get_text() if path.suffix == ".html" else text
        )
        yield from (
            f"{path.relative_to(folder)}: tells a secret: {line!r}."
            for line in secret
            if line in flat
        )


def _flat(text: str) -> str:
    """Text without differences of space, quotes and emphasis, so that a reflowed sentence is recognized."""
    plain = re.sub("[*`]", "", text.translate(str.maketrans("’“”", '\'""')))
    return " ".join(plain.split())
