"""How pages speak: strings, numbers, dates and times in English or Georgian, from one table and from CLDR."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta, get_timezone_location
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from domain.law.provision import Language, Text
from domain.law.timelimit import TICK
from domain.law.words import day as day_words
from domain.law.words import term
from domain.law.zones import TBILISI, first_instant_after, local_day

#: Names of both languages, each in itself, for the switch.
LANGUAGE_NAMES: Mapping[Language, str] = {Language.EN: "English", Language.KA: "ქართული"}


@cache
def strings(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return a table of page strings: key to language to words."""
    table = tomllib.loads(files("api.web").joinpath("locale", f"{name}.toml").read_text("utf-8"))
    return {key: {str(part): str(words) for part, words in entry.items()} for key, entry in table.items()}


@dataclass(frozen=True, slots=True)
class Speech:
    """One language, as the templates use it."""

    language: Language

    @property
    def locale(self) -> Locale:
        """The CLDR locale; British order of dates for English."""
        return _locale(self.language)

    def t(self, key: str, /, **values: object) -> str:
        """Return a page string with its values filled in; raises KeyError for a key that does not exist.

        A count ``n`` chooses the plural form and is written as the language writes numbers.
        """
        entry = strings("strings")[key]
        words = entry[self.language.value]
        if isinstance(count := values.get("n"), int):
            form = self.locale.plural_form(count)
            words = entry.get(f"{self.language.value}_{form}", words)
            values["n"] = self.number(count)
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Tell whether a page string exists."""
        return key in strings("strings")

    def field(self, name: str) -> str:
        """Return the name of a member of a fact."""
        entry = strings("fields").get(name)
        return entry[self.language.value] if entry else name

    def parameter(self, name: str) -> str:
        """Return the name of a parameter of a provision."""
        entry = strings("parameters").get(name)
        return entry[self.language.value] if entry else name

    def text(self, text: Text) -> str:
        """Return a bilingual text in this language."""
        return text[self.language]

    def number(self, value: float | Decimal) -> str:
        """Write a number."""
        return format_decimal(value, locale=self.locale)

    def share(self, value: float) -> str:
        """Write a share of one as a percentage."""
        return format_percent(value, format="#,##0.#%", locale=self.locale)

    def money(self, amount: Decimal, currency: str) -> str:
        """Write an amount of money."""
        return format_currency(amount, currency, locale=self.locale)

    def day(self, day: date) -> str:
        """Write a calendar day."""
        return format_date(day, "d MMM y", locale=self.locale)

    def weekday(self, day: date) -> str:
        """Write a calendar day with its weekday."""
        return format_date(day, "EEE, d MMM y", locale=self.locale)

    def day_and_month(self, day: date) -> str:
        """Write a calendar day without its year, where the year stands above."""
        return format_date(day, "d MMM", locale=self.locale)

    def when(self, instant: datetime, zone: ZoneInfo = TBILISI) -> str:
        """Write an instant to the minute, as the clock on the wall of a zone shows it."""
        return format_datetime(instant, "d MMM y, HH:mm", tzinfo=zone, locale=self.locale)

    def due(self, cutoff: datetime, zone: ZoneInfo = TBILISI) -> str:
        """Write the last day in the zone whose midnight ends it, or the last moment of a limit in hours.

        ``cutoff`` is the first instant that is late.
        """
        last_day = local_day(cutoff - TICK, zone)
        place = self.place(zone)
        if first_instant_after(last_day, zone) == cutoff:
            return self.t("due.day", day=day_words(last_day, self.language), place=place)
        return f"{self.when(cutoff - TICK, zone)} ({place})"

    def place(self, zone: ZoneInfo = TBILISI) -> str:
        """Name the city of a zone."""
        return get_timezone_location(zone, locale=self.locale, return_city=True)

    def span(self, span: timedelta) -> str:
        """Write a length of time in its largest unit."""
        return format_timedelta(span, threshold=2, locale=self.locale)

    def later(self, span: timedelta) -> str:
        """Write how much later something was: Georgian puts the length into the genitive, as before "ago"."""
        if self.language is Language.EN:
            return self.t("fact.late", span=self.span(span))
        ago = format_timedelta(-span, threshold=2, add_direction=True, locale=self.locale)
        return self.t("fact.late", span=ago.removesuffix(" წინ"))

    def days(self, days: Decimal) -> str:
        """Write a number of days."""
        return format_unit(days, "duration-day", "short", locale=self.locale)

    def state(self, code: str | None) -> str:
        """Name a State by its two letters."""
        return str(self.locale.territories.get(code, code)) if code else self.t("unknown")

    def term(self, word: str) -> str:
        """Say a stored word: a category, a rank, an office, a place."""
        return term(word, self.language)


@cache
def _locale(language: Language) -> Locale:
    return Locale("en", "GB") if language is Language.EN else Locale("ka")


SPEECHES: Mapping[Language, Speech] = {language: Speech(language) for language in Language}
