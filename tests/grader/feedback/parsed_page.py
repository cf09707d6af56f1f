"""What a browser would find on a page: tags and attributes, and the dangerous ones among them."""

import re
from collections import Counter
from html.parser import HTMLParser

TAGS = (
    "script", "style", "link", "meta", "base", "iframe", "frame", "object", "embed", "form",
    "input", "button", "svg", "video", "audio", "template", "noscript", "textarea", "details",
    "marquee", "title", "body", "html",
)  # fmt: skip
WAYS = re.compile(r"(https?://|mailto:|#)")
PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")


class Page(HTMLParser):
    """What a browser would find on a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def of_a_students(page: Page) -> list[str]:
    """Everything on a fragment that runs, loads or changes something."""
    found = [tag for tag in TAGS if page.tags[tag] and tag != "input"]
    for tag, name, value in page.attributes:
        good = {
            "href": lambda value: WAYS.match(value),
            "src": lambda value: PICTURE.fullmatch(value),
            "style": lambda value: re.fullmatch(r"text-align:(left|right|center)", value),
            "class": lambda value: re.fullmatch(
                r"highlight( hl-ipython3)?|language-\S*|task-list-item(-checkbox)?|[a-z]\w{0,2}",
                value,
            ),
            "id": lambda value: False,
        }.get(name, lambda value, name=name: not name.startswith("on"))
        if not good(value):
            found.append(f"<{tag} {name}={value!r}>")
    return found


def differ(honest: Page, hostile: Page) -> None:
    """A hostile page has nothing that runs or loads but what an honest one has."""
    assert {tag: hostile.tags[tag] for tag in TAGS} == {tag: honest.tags[tag] for tag in TAGS}
    assert handlers(hostile) == handlers(honest)
    for tag, name, value in hostile.attributes:
        if (
            name in ("src", "href", "action", "data", "srcset", "poster")
            and (tag, name, value) not in honest.attributes
        ):
            assert WAYS.match(value) if name == "href" else PICTURE.fullmatch(value), (
                tag,
                name,
                value,
            )


def handlers(page: Page) -> list[tuple[str, str, str]]:
    return sorted(each for each in page.attributes if each[1].startswith("on"))
