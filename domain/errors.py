"""The parents of every refusal. A message says what is wrong and what to do next, and holds no personal data."""

from __future__ import annotations


class MatianeError(Exception):
    """Parent of all errors that Matiane raises on purpose."""

    #: Stable name of the kind of problem; the last part of the problem document's ``type``.
    code = "error"

    def __init__(self, message: str, *, pointer: str | None = None, index: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        #: JSON pointer to the offending member of the item, such as ``/data/channel``.
        self.pointer = pointer
        #: Place of the offending item in its batch, from 0.
        self.index = index

    def at(self, index: int) -> MatianeError:
        """Return the same error, saying which item of a batch it is about."""
        self.index = index
        return self


class InvalidEvent(MatianeError):
    """The input cannot be a fact: malformed, unknown, in the future, or about another kind of case."""

    code = "invalid-event"


class UnknownEventType(InvalidEvent):
    """No event of this type is in the catalogue."""

    code = "unknown-event-type"


class WrongCaseKind(InvalidEvent):
    """The event cannot belong to a case of this kind."""

    code = "wrong-case-kind"


class FutureTime(InvalidEvent):
    """The event claims to have happened after the ledger's present."""

    code = "future-time"


class UnknownTarget(InvalidEvent):
    """A correction or retraction names an event that this case never recorded."""

    code = "unknown-target"


class Conflict(MatianeError):
    """The fact is well formed, but the ledger already holds something that excludes it."""

    code = "conflict"


class ContentConflict(Conflict):
    """The (source, event id) was used before with other content."""

    code = "content-conflict"


class VersionConflict(Conflict):
    """The case has moved on: its version is not the expected one."""

    code = "version-conflict"


class PersonErased(Conflict):
    """The person's key was destroyed by an erasure: nothing more can be recorded under it."""

    code = "person-erased"


class NotFound(MatianeError):
    """There is no such thing in the ledger or in the law."""

    code = "not-found"


class Unavailable(MatianeError):
    """The ledger cannot be reached now; nothing was stored, the same request may be sent again."""

    code = "unavailable"
