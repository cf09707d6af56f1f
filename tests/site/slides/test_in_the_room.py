"""The decks in a browser, slide by slide: everything fits, is large enough and is local."""

from pathlib import Path

from browser import ClosedBrowser
from playwright.sync_api import Page, expect

from grader.course.manifest import Module

SMALLEST = 24  # pixels on a slide that is 720 high

# Of the slide in view: how far its content reaches, and its smallest letters.
LOOK = """() => {
  const slide = Reveal.getCurrentSlide(), scale = Reveal.getScale();
  const frame = document.querySelector('.slides');
  const top = frame.getBoundingClientRect();
  let right = 0, bottom = 0, smallest = 1000, broken = 0;
  for (const part of slide.querySelectorAll('*')) {
    if (part.closest('aside') || part.closest('.anchor-link')) continue;
    const box = part.getBoundingClientRect();
    if (!box.width) continue;
    right = Math.max(right, (box.right - top.left) / scale);
    bottom = Math.max(bottom, (box.bottom - top.top) / scale);
    if (part.tagName === 'IMG' && !part.naturalWidth) broken += 1;
    const text = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (text) smallest = Math.min(smallest, parseFloat(getComputedStyle(part).fontSize));
  }
  const title = slide.querySelector('h1, h2').innerText;
  return {title, right, bottom, smallest, broken, inner: slide.scrollWidth - slide.clientWidth};
}"""


def test_every_slide_fits_and_can_be_read_from_the_back(
    decks: Path, module: Module, page: Page, browser: ClosedBrowser
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((decks / f"{module.id}.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    count = page.evaluate("Reveal.getTotalSlides()")
    assert count >= 12
    for number in range(count):
        page.evaluate("number => Reveal.slide(number, 0, 99)", number)
        seen = page.evaluate(LOOK)
        assert seen["right"] <= 1280 - 40, seen
        assert seen["bottom"] <= 720 - 70, seen  # below are the slide's number and the arrows
        assert seen["inner"] <= 0, seen
        assert seen["smallest"] >= SMALLEST, seen
        assert seen["broken"] == 0, seen
    assert errors == []
    assert browser.outside() == []


def test_a_slide_with_little_on_it_is_enlarged(decks: Path, page: Page) -> None:
    page.goto((decks / "03_layers.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    filled = []
    for number in range(page.evaluate("Reveal.getTotalSlides()")):
        page.evaluate("number => Reveal.slide(number, 0, 99)", number)
        filled.append(page.evaluate(LOOK)["bottom"])
    assert sorted(filled)[len(filled) // 2] > 500  # of 720


def test_answers_wait_for_a_key(decks: Path, page: Page) -> None:
    page.goto((decks / "03_layers.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("""Reveal.slide([...document.querySelectorAll('.slides > section')]
        .findIndex(slide => slide.textContent.includes('Your turn')))""")
    answer = page.locator("section.present .fragment")
    assert "15,050" in answer.text_content()
    assert answer.evaluate("element => getComputedStyle(element).visibility") == "hidden"
    page.keyboard.press("ArrowRight")
    expect(answer).to_have_css("visibility", "visible")  # it fades in


def test_the_speaker_sees_notes_and_a_clock(decks: Path, page: Page) -> None:
    page.goto((decks / "03_layers.html").as_uri() + "#/3")
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_function(
        "document.querySelector('.speaker-controls-notes .value')?.innerText.includes('finger')"
    )
    speaker.locator(".pacing").wait_for(state="visible")
    speaker.close()
