"""Words for readers in English and Georgian: labels of stored words, values, dates and reasons.

Georgian sentences are built so that a value stands in the nominative, after a colon: no name or date has to
be inflected. Georgian is never upper-cased.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_location

from domain.events import CATALOGUE
from domain.law.library import load_law
from domain.law.provision import Language, Text
from domain.law.timelimit import Unit
from domain.law.verdict import Reason, ReasonValue
from domain.law.zones import TBILISI
from domain.offices import OFFICES

YES_NO: Final = (Text("no", "არა"), Text("yes", "კი"))
NOT_STATED: Final = Text("not stated", "არ არის მითითებული")
#: Singular and plural; Georgian counts in the singular.
UNITS: Final[Mapping[Unit, tuple[Text, Text]]] = {
    "calendar_day": (Text("calendar day", "კალენდარული დღე"), Text("calendar days", "კალენდარული დღე")),
    "working_day": (Text("working day", "სამუშაო დღე"), Text("working days", "სამუშაო დღე")),
    "week": (Text("week", "კვირა"), Text("weeks", "კვირა")),
    "month": (Text("month", "თვე"), Text("months", "თვე")),
    "hour": (Text("hour", "საათი"), Text("hours", "საათი")),
    "minute": (Text("minute", "წუთი"), Text("minutes", "წუთი")),
}
_LOCALES: Final = {Language.EN: "en_GB", Language.KA: "ka"}
_LONG_DAY: Final = {Language.EN: "EEE d MMM y", Language.KA: "EEEE, d MMMM y"}
_SHORT_DAY: Final = {Language.EN: "EEE d MMM", Language.KA: "EEEE, d MMMM"}
_STATE: Final = re.compile("[A-Z]{2}")
_LANGUAGE: Final = re.compile("[a-z]{2}")
_PROVISION_ID: Final = re.compile(r"[a-z][a-z0-9-]*/[A-Za-z0-9./-]+")


def _table(name: str) -> dict[str, dict[str, object]]:
    """Return a book of words: the file of that name, and those of the single packs, such as ``decree_reasons``."""
    found: dict[str, dict[str, object]] = {}
    for item in sorted(files("domain.law.phrases").iterdir(), key=lambda item: item.name):
        if item.name == name or item.name.endswith(f"_{name}"):
            found |= tomllib.loads(item.read_text("utf-8"))
    return found


def _text(entry: Mapping[str, object], prefix: str = "") -> Text:
    return Text(str(entry[f"{prefix}en"]), str(entry[f"{prefix}ka"]))


@cache
def labels() -> Mapping[tuple[str, str], Text]:
    """Return the label of every member of an enumeration, by class name and value."""
    return {
        (name, value): _text(entry)
        for name, members in _table("labels.toml").items()
        for value, entry in members.items()
        if isinstance(entry, dict)
    }


@cache
def terms() -> Mapping[str, Text]:
    """Return words by the value that is stored; a term of its own goes before a member's label."""
    own = {value: _text(entry) for value, entry in _table("terms.toml").items()}
    offices = {office.id: Text(office.label.en, office.label.ka) for office in OFFICES.values()}
    return {value: text for (_, value), text in labels().items()} | offices | own


@cache
def phrases(name: str) -> Mapping[str, Text]:
    """Return the phrases of one book ("reasons", "explanation") by key; ``key?`` is for an absent value."""
    found = {}
    for key, entry in _table(f"{name}.toml").items():
        found[key] = _text(entry)
        if "none_en" in entry:
            found[f"{key}?"] = _text(entry, "none_")
    return found


def label(member: Enum, language: Language) -> str:
    """Return what pages show for a member of an enumeration (Status, Channel, Force, ...)."""
    found = labels().get((type(member).__name__, str(member.value)))
    # The decree's own words stand in flat books, by the stored value.
    return found[language] if found is not None else term(str(member.value), language)


def kind_label(kind: str, language: Language) -> str:
    """Return what pages show for the kind of a provision ("deadline", "obligation", ...)."""
    return labels()["Kind", kind][language]


def term(value: str, language: Language) -> str:
    """Return the word for a stored value: a channel, an office, a State, an event type; else the value."""
    model = CATALOGUE.get(value)
    if model is not None:
        return quoted(Text(*model.LABEL)[language], language)
    found = terms().get(value)
    if found is not None:
        return found[language]
    if _PROVISION_ID.fullmatch(value) and (provision := load_law().provisions.get(value)) is not None:
        return provision.citation[language]
    return _named_by_locale(value, language)


@lru_cache(maxsize=1024)
def _named_by_locale(value: str, language: Language) -> str:
    """Return the name of a State ("GE") or of a language ("en"), else the value."""
    locale = Locale.parse(_LOCALES[language])
    if _STATE.fullmatch(value):
        return str(locale.territories.get(value, value))
    if _LANGUAGE.fullmatch(value):
        return str(locale.languages.get(value, value))
    return value


def quoted(text: str, language: Language) -> str:
    """Put a name between quotation marks."""
    return f"„{text}“" if language is Language.KA else f'"{text}"'


@lru_cache(maxsize=8192)
def day(value: date, language: Language) -> str:
    """Write a day: "Wed 25 Nov 2026"."""
    return format_date(value, _LONG_DAY[language], _LOCALES[language])


@lru_cache(maxsize=8192)
def short_day(value: date, language: Language) -> str:
    """Write a day of a year that is clear already: "Wed 25 Nov"."""
    return format_date(value, _SHORT_DAY[language], _LOCALES[language])


@cache
def place(where: str, language: Language) -> str:
    """Return the city whose local time a zone keeps, by the zone's name."""
    return str(get_timezone_location(where, locale=_LOCALES[language], return_city=True))


def instant(value: datetime, language: Language, where: ZoneInfo = TBILISI) -> str:
    """Write an instant in local time: "Wed 25 Nov 2026, 14:05 (Tbilisi)"."""
    local = value.astimezone(where)
    return f"{day(local.date(), language)}, {local_time(value, language, where)}"


def local_time(value: datetime, language: Language, where: ZoneInfo = TBILISI) -> str:
    """Write a time of day: "14:05 (Tbilisi)"; seconds only where there are any."""
    local = value.astimezone(where)
    clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    return f"{clock} ({place(where.key, language)})"


def utc(value: datetime, language: Language) -> str:
    """Write an instant in UTC: "Wed 25 Nov 20:00 UTC"."""
    local = value.astimezone(UTC)
    return f"{short_day(local.date(), language)}, {local:%H:%M} UTC"


def count_of(number: int, unit: Unit, language: Language) -> str:
    """Write a length of time: "3 working days"."""
    return f"{number} {UNITS[unit][number != 1][language]}"


def listing(items: Sequence[str]) -> str:
    """Write a list; items that hold commas are kept apart by semicolons."""
    return ("; " if any(", " in item for item in items) else ", ").join(items)


def say(value: ReasonValue, language: Language) -> str:
    """Write the value of a reason."""
    if value is None:
        return NOT_STATED[language]
    if isinstance(value, bool):
        return YES_NO[value][language]
    if isinstance(value, tuple):
        return listing([term(item, language) for item in value]) or NOT_STATED[language]
    if isinstance(value, datetime):
        return instant(value, language)
    if isinstance(value, date):
        return day(value, language)
    return term(value, language) if isinstance(value, str) else str(value)


def reason_sentence(why: Reason, language: Language) -> str:
    """Write a reason as a sentence; also the reason of a gap in a case (``Gap.why``)."""
    book = phrases("reasons")
    values = dict(why.values)
    absent = f"{why.key}?" if None in values.values() else why.key
    phrase = book.get(absent) or book[why.key]
    return capital(phrase[language].format(**{name: say(value, language) for name, value in values.items()}))


def sentence(key: str, language: Language, **values: str) -> str:
    """Fill a phrase of the explanation book."""
    return capital(phrases("explanation")[key][language].format(**values))


def capital(text: str) -> str:
    """Begin a Latin sentence with a capital; Georgian has none."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text
