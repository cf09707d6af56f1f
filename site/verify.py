"""Check built pages: links, headings, pictures, numbers, external requests, secrets."""

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

# What a directive, a template or a solution marker leaves on a page if nothing replaces it.
PLACEHOLDERS = ("{python}", "{{", "{num}", "{notebook}", "{eval}", "Loading slides", *MARKERS)
# The form of an address at these hosts; a wrong one often exists, so a link check misses it.
REFERENCE = {
    "arxiv.org": re.compile(r"/abs/\d{4}\.\d{4,5}$"),
    "doi.org": re.compile(r"/10\.\d{4,9}/\S+$"),
    "proceedings.mlr.press": re.compile(r"/v\d+/\w+\.html$"),
    "jmlr.org": re.compile(r"/papers/v\d+/[\w-]+\.html$"),
}
# Elements for which a browser sends a request when it opens the page -> their attribute.
LOADED = {
    "img": "src",
    "script": "src",
    "audio": "src",
    "source": "src",
    "iframe": "src",
    "link": "href",
}


class Site:
    """The pages of a folder, parsed.

    Args:
        folder: the built pages.
        beside: the folder with the slides, recordings and notebooks that they link to.
    """

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
    """The problems of the pages in `folder`, one line each.

    `beside` is the folder with the slides, recordings and notebooks, by default the same one.
    """
    site = Site(folder, beside or folder)
    found = [] if "index.html" in site.pages else ["index.html is missing."]
    for name, page in site.pages.items():
        checks = [links(site, name), loads(page), pictures(page), numbers(page), placeholders(page)]
        if name != "search.html":  # its heading is written by a script
            checks.append(headings(page))
        found += [f"{name}: {line}" for check in checks for line in check]
    return found + list(styles(folder)) + list(secrets(folder))


def links(site: Site, name: str) -> Iterator[str]:
    """Broken internal links, and external links of a wrong form."""
    for tag in site.pages[name].find_all("a", href=True):
        address = str(tag["href"])
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            shape = REFERENCE.get(parts.netloc.removeprefix("www."))
            if parts.scheme not in ("https", "mailto") or (shape and not shape.search(parts.path)):
                yield f"the external link {address} has a wrong form."
            continue
        page = unquote(parts.path) or name  # "#anchor" is in the same page
        if page in site.pages:
            if parts.fragment and unquote(parts.fragment) not in site.anchors[page]:
                yield f"the link {address} names an anchor that {page} does not have."
        elif not (site.folder / page).exists() and not (site.beside / page).exists():
            yield f"the link {address} leads to a page that does not exist."


def loads(page: BeautifulSoup) -> Iterator[str]:
    """Elements that a browser loads from another host when it opens the page."""
    for name, attribute in LOADED.items():
        for tag in page.find_all(name):
            if urlsplit(str(tag.get(attribute, ""))).netloc:
                yield f"<{name}> loads from another host: {tag[attribute]}."


def headings(page: BeautifulSoup) -> Iterator[str]:
    """More or fewer h1 than one, and skipped levels."""
    levels = [int(tag.name[1]) for tag in page.select("article :is(h1, h2, h3, h4, h5, h6)")]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1; a page needs one."
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"the headings skip a level: {levels}."


def pictures(page: BeautifulSoup) -> Iterator[str]:
    """Pictures without a description for screen readers."""
    for tag in page.select("article img"):
        # Sphinx fills in the file name where an alternative text is missing.
        if not str(tag.get("alt", "")).strip() or str(tag["alt"]).startswith("_images"):
            yield f"the picture {tag.get('src')} has no alternative text."
    for tag in page.select('article svg[role="img"]'):
        if not tag.get("aria-label"):
            yield "a drawing has no alternative text."


def numbers(page: BeautifulSoup) -> Iterator[str]:
    """Computed numbers that differ from what the package's functions return now."""
    for tag in page.select("span.number"):
        expression, shown = str(tag["data-of"]), tag.get_text()
        if shown != compute(expression):
            yield f"{expression} is {compute(expression)}, but the page says {shown}."
    if page.select(".problematic, .system-message"):
        yield "Sphinx could not resolve a role or directive."


def placeholders(page: BeautifulSoup) -> Iterator[str]:
    """Placeholders that the build did not replace."""
    article = page.find("article")
    text = article.get_text() if isinstance(article, Tag) else page.get_text()
    yield from (
        f"the placeholder {each!r} was not replaced." for each in PLACEHOLDERS if each in text
    )


def styles(folder: Path) -> Iterator[str]:
    """Style sheets that load a font or a picture from another host."""
    for path in sorted(folder.rglob("*.css")):
        for match in re.finditer(
            r"(?:url\(|@import )\s*['\"]?(?:https?:)?//[^)'\"\s]+", path.read_text(encoding="utf-8")
        ):
            yield f"{path.relative_to(folder)}: loads from another host: {match[0]}."


def secrets(folder: Path) -> Iterator[str]:
    """Lines of solutions, model answers or hidden tests on a page or in the search index."""
    manifest = load(ROOT)
    # Lines that also occur in the public package are no secret.
    public = (ROOT / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    secret = [
        _flat(line)
        for module in manifest.modules
        for line in secret_lines(
            read(ROOT / "modules" / module.id / f"{module.name}.ipynb"), public
        )
    ]
    for path in sorted(folder.rglob("*")):
        # Scripts of the theme are not ours; the search index and play.js are.
        if path.suffix not in (".html", ".js", ".txt", ".md") or (
            "_static" in path.parts and path.name != "play.js"
        ):
            continue
        text = path.read_text(encoding="utf-8")
        flat = _flat(
            BeautifulSoup(text, "html.parser").get_text() if path.suffix == ".html" else text
        )
        yield from (
            f"{path.relative_to(folder)}: shows a secret line: {line!r}."
            for line in secret
            if line in flat
        )


def _flat(text: str) -> str:
    """`text` with plain quotes, without emphasis and line breaks: a page may wrap it elsewhere."""
    plain = re.sub("[*`]", "", text.translate(str.maketrans("’“”", '\'""')))
    return " ".join(plain.split())
