"""The ledger: admits facts, appends them, reads them back. It knows no database driver."""

from domain.ledger.answers import Answer, Entry, Head, Outcome, Receipt, Unreadable
from domain.ledger.application import CaseHead, Ledger, LogRow, LogStore
from domain.ledger.items import Item, PersonKeys, Submission

__all__ = [
    "Answer",
    "CaseHead",
    "Entry",
    "Head",
    "Item",
    "Ledger",
    "LogRow",
    "LogStore",
    "Outcome",
    "PersonKeys",
    "Receipt",
    "Submission",
    "Unreadable",
]
