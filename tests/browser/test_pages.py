"""Every page in a real browser: on a phone and on a desk, in both languages, by axe and by the eye's measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.addresses import CASE

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
LOCALES = {"en": "en-GB", "ka": "ka-GE"}
PROGRAMME = "/cases/programme-2026-00001/programme"
DEVIATION = "/deviations/24:protocol-ro/art-8/1"
#: One of each template, and each face of a case; all addresses are visited without a browser elsewhere.
VISITED = (
    "/",
    "/?as_of=2026-10-05T12:00",
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
    "/register?search=nato",
    "/register?office=ge-migration-department",
    "/register?office=ge-nobody",
    "/cases/programme-2026-00001",
    "/cases/programme-2026-00001/programme",
    "/cases/programme-2026-00001/closing-report",
)
REFUSED = {"/nowhere": 404, "/deviations?from=yesterday": 422, f"{DEVIATION}?as_of=2026-10-12": 404}
CONTRAST = ("color-contrast",)
#: Rules whose findings can depend on the words of a page; the rest sees the same templates in both languages.
WORDS = ("cat.language", "cat.name-role-value", "cat.text-alternatives", "cat.forms")
#: Words that run over the right edge, or that their own box cuts off.
CUT = """() => [...document.querySelectorAll('body *')].filter(item => {
    const box = item.getBoundingClientRect();
    const hidden = item.closest('.hidden, .skip, thead, svg');
    return !hidden && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
}).map(item => item.outerHTML.slice(0, 120))"""


@pytest.fixture(params=sorted(LOCALES))
def language(request):
    return request.param


@pytest.fixture
def page(browser, language):
    """A fresh page; what the browser complains about is kept in ``complaints``."""
    context = browser.new_context(viewport=SIZES["phone"], locale=LOCALES[language])
    context.add_init_script(AXE)
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda message: opened.complaints.append(message.text))
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on("requestfailed", lambda request: opened.complaints.append(request.url))
    yield opened
    context.close()


def findings(page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds. The browser brings it along, the page does not: the content policy stays whole."""
    options: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
    if only:
        options["runOnly"] = list(only)
    result = page.evaluate("options => axe.run(document, options)", options)
    return [f"{item['id']}: {node['html'][:160]}" for item in result["violations"] for node in item["nodes"]]


def open_all(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")


def test_every_page_is_sound(page, address, language):
    """One load of each page serves both sizes: nothing cut, nothing to scroll sideways, no complaint, no finding."""
    wrong: dict[str, object] = {}
    for path, status in {**dict.fromkeys(VISITED, 200), **REFUSED}.items():
        page.set_viewport_size(SIZES["phone"])
        answer = page.goto(address + path)
        open_all(page)
        page.evaluate("document.fonts.ready.then(() => true)")
        if status != 200:
            # The browser itself reports the status; nothing else may be complained about.
            page.complaints = [words for words in page.complaints if "the server responded with" not in words]
        seen = {
            "status": answer.status != status,
            "lang": page.evaluate("document.documentElement.lang") != language,
            "axe": findings(page, () if language == "en" else WORDS),
        }
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            seen[f"{size}: sideways"] = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            seen[f"{size}: cut"] = page.evaluate(CUT)
        seen["complaints"] = page.complaints
        if any(seen.values()):
            wrong[path] = {name: value for name, value in seen.items() if value}
        page.complaints = []
    assert wrong == {}


def test_colours_have_contrast_in_the_dark_too(browser, address):
    context = browser.new_context(viewport=SIZES["desk"], color_scheme="dark", locale="en-GB")
    context.add_init_script(AXE)
    page = context.new_page()
    for path in ("/", "/cases?as_of=2026-10-12", CASE, "/statistics", PROGRAMME):
        page.goto(address + path)
        open_all(page)
        assert findings(page, CONTRAST) == []
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


def test_without_javascript_the_overview_is_asked_about_another_time_and_stays_there(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="en-GB", viewport=SIZES["phone"])
    page = context.new_page()
    page.goto(address + "/")
    now = int(page.locator(".figure-number").first.inner_text())
    page.click(".other-time > summary")
    page.fill("#f-as_of", "2026-10-05T12:00")
    page.click(".other-time button")
    assert "Judged as of 5 Oct 2026, 12:00, Tbilisi." in page.locator(".banner").inner_text()
    assert int(page.locator(".figure-number").first.inner_text()) < now

    page.click("a.figure >> nth=0")
    assert "flag=open" in page.url
    assert page.locator("#f-flag").input_value() == "open"
    page.select_option("#f-kind", "readmission")
    page.click("form[role=search] button")
    page.click("tbody th a >> nth=0")
    page.click("details.duty >> nth=0")
    page.click("text=This obligation alone >> visible=true")
    page.click("nav a:has-text('Gaps')")
    assert page.url.endswith("/gaps?as_of=2026-10-05T12%3A00")
    page.click("text=Back to the present")
    assert page.url == f"{address}/gaps"
    assert page.locator(".banner").count() == 0
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
