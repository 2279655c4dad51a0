"""What holds for every page: language, one heading, labels, no script, no outside address, no way to break it."""

import re
from html.parser import HTMLParser

import pytest

from tests.web.addresses import CASE, PAGES

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


class Outline(HTMLParser):
    """Collects what accessibility and the content policy depend on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.mark.parametrize("language", ["en", "ka"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole(get, address, language):
    answer = get(address, language)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-language"] == language
    outline = Outline(answer.text)
    assert outline.all("html") == [{"lang": language}]
    assert len(outline.all("h1")) == 1
    assert outline.all("script") == []
    assert [attributes for _, attributes in outline.tags if "style" in attributes] == []
    assert [name for _, attributes in outline.tags for name in attributes if name.startswith("on")] == []
    assert all("scope" in attributes for attributes in outline.all("th"))
    labelled = {attributes["for"] for attributes in outline.all("label")}
    fields = [field for field in outline.all("input", "select") if field.get("type") != "hidden"]
    assert all(attributes["id"] in labelled for attributes in fields)
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in outline.all("a", "link", "form"):
        target = attributes.get("href") or attributes.get("action") or ""
        assert target.startswith(("/", "#")), target
        assert not target.startswith("#") or target[1:] in ids, target


@pytest.mark.parametrize("language", ["en", "ka"])
def test_every_link_of_a_page_leads_somewhere(get, language):
    seen: set[str] = set()
    for address in ("/", CASE, "/cases", "/deviations", "/law/protocol-ro/art-8/1"):
        found = Outline(get(address, language).text).all("a")
        seen.update((attributes["href"] or "").partition("#")[0] for attributes in found)
    broken = {address: get(address).status_code for address in sorted(seen - {""})}
    assert {address: status for address, status in broken.items() if status != 200} == {}


def test_the_style_sheet_brings_its_own_fonts_and_never_upper_cases(get):
    address = Outline(get("/").text).all("link")[-1]["href"]
    sheet = get(address)
    assert sheet.headers["content-type"].startswith("text/css")
    assert "text-transform" not in sheet.text
    fonts = re.findall(r'url\("([^"]+)"\)', sheet.text)
    assert len(fonts) == 3
    for font in fonts:
        assert get(f"/static/{font}").content.startswith(b"wOF2")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/cases/readmission-2026-99999", 404),
        ("/cases/nonsense", 404),
        ("/law/protocol-ro/art-99", 404),
        ("/deviations/x", 404),
        ("/deviations/1:protocol-ro/art-99", 404),
        ("/deviations/99999999999999999999999:protocol-ro/art-8/1", 404),
        ("/deviations/99999:protocol-ro/art-8/1", 404),
        ("/static/none.css", 404),
        ("/static/../speech.py", 404),
        ("/cases?flag=unknown", 422),
        ("/cases?search=" + "x" * 300, 422),
        ("/deviations?from=yesterday", 422),
        ("/deviations?to=9999-12-31", 422),
        ("/deviations?severity=terrible", 422),
        ("/cases?after=nonsense", 422),
        ("/statistics?year=twenty", 422),
        ("/statistics?year=999999999999", 422),
        (f"{CASE}?as_of=0001-01-01T00:00", 422),
        (f"{CASE}?known_at=soon", 422),
    ],
)
@pytest.mark.parametrize("language", ["en", "ka"])
def test_what_cannot_be_answered_gets_one_line(get, address, status, language):
    answer = get(address, language)
    assert answer.status_code == status
    if not address.startswith("/static"):
        assert Outline(answer.text).all("html") == [{"lang": language}]
        assert "Traceback" not in answer.text


def test_a_value_that_cannot_be_read_is_named_as_the_form_names_it(get):
    text = get("/cases?flag=unknown&state=RO", "ka").text
    assert "ნიშნული (flag):" in text
    assert '<a href="/cases">ფილტრის მოხსნა</a>' in text
    assert "Judged as of (as_of):" in get(f"{CASE}?as_of=soon").text
    assert "Clear the filter" not in get("/nowhere").text


def test_the_place_of_a_number_is_cited_in_the_language_of_the_page(get):
    assert "Agreement, Art. 10(2)(b)." in get("/law/protocol-ro/art-4/1.2").text
    assert "შეთანხმება, მუხლი 10(2)(b)." in get("/law/protocol-ro/art-4/1.2", "ka").text


def test_what_lies_under_the_api_is_not_answered_with_a_page(get):
    answer = get("/v1/nothing")
    assert answer.status_code == 404
    assert "<html" not in answer.text


def test_pages_can_only_be_read(get):
    assert get("/cases", method="POST").status_code == 405


@pytest.mark.parametrize("language", ["en", "ka"])
def test_a_lost_database_is_said_in_the_language_of_the_reader(get, desk, language):
    desk.lost = True
    answer = get("/", language)
    assert answer.status_code == 503
    assert ("მიუწვდომელია" in answer.text) == (language == "ka")


def test_a_fault_shows_and_logs_nothing_of_its_message(get, desk, caplog):
    desk.broken = True
    answer = get("/")
    assert answer.status_code == 500
    assert "Sample Person" not in answer.text
    assert "RuntimeError" in caplog.text
    assert "Sample Person" not in caplog.text


def test_what_a_reader_typed_is_escaped(get):
    answer = get("/cases?search=%22%3E%3Cb%3Ex")
    assert answer.status_code == 200
    assert "<b>x" not in answer.text
    assert "&#34;&gt;&lt;b&gt;x" in answer.text
