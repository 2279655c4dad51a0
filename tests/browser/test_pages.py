"""Every page in a real browser: on a phone and on a desk, in both languages, by axe and by the eye's measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.addresses import CASE

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
LOCALES = {"en": "en-GB", "ka": "ka-GE"}
DEVIATION = "/deviations/22:protocol-ro/art-8/1"
#: One of each template, and each face of a case; all addresses are visited without a browser elsewhere.
VISITED = (
    "/",
    "/cases",
    "/cases?search=nothing-begins-so",
    "/due",
    "/deviations",
    "/gaps",
    "/law",
    "/law/protocol-ro/art-8/1",
    "/law/agreement/C7",
    "/statistics",
    "/statistics?year=1999",
    "/cases/readmission-2026-00001",
    "/cases/readmission-2026-00002",
    "/cases/readmission-2026-00008-with-a-very-long-name-of-its-reporting-system-0001",
    "/cases/readmission-2026-00009",
    f"{CASE}?as_of=2020-01-01",
    CASE,
    DEVIATION,
    "/nowhere",
    "/deviations?from=yesterday",
)
#: Words that run over the right edge, or that their own box cuts off.
CUT = """() => [...document.querySelectorAll('body *')].filter(item => {
    const box = item.getBoundingClientRect();
    const hidden = item.closest('.hidden, .skip, thead, svg');
    return !hidden && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
}).map(item => item.outerHTML.slice(0, 120))"""


@pytest.fixture(params=sorted(SIZES))
def size(request):
    return request.param


@pytest.fixture(params=sorted(LOCALES))
def language(request):
    return request.param


@pytest.fixture
def page(browser, size, language):
    """A fresh page; what the browser complains about is kept in ``complaints``."""
    context = browser.new_context(viewport=SIZES[size], locale=LOCALES[language])
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("requestfailed", lambda request: opened.complaints.append(request.url))
    yield opened
    context.close()


def findings(page) -> list[str]:
    """What axe-core finds. It is evaluated, not added as a script, so that the content policy stays whole."""
    page.evaluate(AXE)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{item['id']}: {node['html'][:160]}" for item in result["violations"] for node in item["nodes"]]


def open_all(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")


def test_every_page_is_sound(page, address, size, language):
    """One browser visits all pages: nothing cut, nothing to scroll sideways, no complaint, no finding."""
    wrong: dict[str, object] = {}
    for path in VISITED:
        answer = page.goto(address + path)
        if answer.status != 200:
            # The browser itself reports the status; nothing else may be complained about.
            page.complaints = [words for words in page.complaints if "the server responded with" not in words]
        open_all(page)
        page.evaluate("document.fonts.ready.then(() => true)")
        seen = {
            "lang": page.evaluate("document.documentElement.lang") != language,
            "sideways": page.evaluate("document.documentElement.scrollWidth > innerWidth"),
            "cut": page.evaluate(CUT),
            "complaints": page.complaints,
            "axe": findings(page) if size == "phone" else [],
        }
        if any(seen.values()):
            wrong[path] = {name: value for name, value in seen.items() if value}
        page.complaints = []
    assert wrong == {}


def test_colours_have_contrast_in_the_dark_too(browser, address):
    context = browser.new_context(viewport=SIZES["desk"], color_scheme="dark", locale="en-GB")
    page = context.new_page()
    for path in ("/", "/cases", CASE, "/statistics"):
        page.goto(address + path)
        open_all(page)
        assert findings(page) == []
    context.close()


def test_the_georgian_letters_come_from_the_vendored_font(browser, address):
    context = browser.new_context(locale="ka-GE")
    page = context.new_page()
    page.goto(address + "/")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate(
        "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)"
    )
    assert "Matiane" in {family.strip('"') for family in loaded}
    context.close()


def test_without_javascript_filters_languages_and_other_moments_work(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="en-GB", viewport=SIZES["phone"])
    page = context.new_page()
    page.goto(address + "/cases")
    page.select_option("#f-state", "DE")
    page.click("button[type=submit]")
    assert "state=DE" in page.url
    assert page.locator("tbody tr").count() == 1

    page.click("a[hreflang=ka]")
    assert page.locator("html").get_attribute("lang") == "ka"
    assert "state=DE" in page.url
    page.click("tbody th a")
    assert page.locator("html").get_attribute("lang") == "ka"

    page.goto(address + CASE)
    page.fill("#f-as_of", "2026-10-12T00:00")
    page.click("form button")
    assert "as_of=2026-10-12T00%3A00" in page.url
    assert page.locator(".banner").count() == 1
    page.click(".banner a")
    assert page.url == address + CASE
    context.close()


def test_an_explanation_opens_by_the_keyboard_and_leads_to_the_evidence(browser, address):
    context = browser.new_context(locale="en-GB", viewport=SIZES["phone"])
    page = context.new_page()
    page.goto(address + CASE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    duty = page.locator("details.duty").first
    duty.locator("summary").focus()
    page.keyboard.press("Enter")
    link = duty.locator("dd a").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    assert page.locator(target).is_visible()
    context.close()
