"""What every event type has: a stable name, a schema version, and the kinds of case it may belong to."""

from __future__ import annotations

from typing import ClassVar

from domain.kernel import Immutable


class EventData(Immutable):
    """Parent of all facts. A subclass says what happened in the world, never that a norm was met."""

    #: Stable name on the wire and in the log; renaming one is a migration.
    TYPE: ClassVar[str]
    #: Schema version of the payload; old versions are upcast on read, never rewritten.
    VERSION: ClassVar[int] = 1
    #: Kinds of case in which the event may be recorded.
    KINDS: ClassVar[frozenset[str]]
    #: Name for readers, in English and Georgian.
    LABEL: ClassVar[tuple[str, str]]

    def __init_subclass__(
        cls,
        *,
        kinds: str = "",
        label: tuple[str, str] | None = None,
        **kwargs: object,
    ) -> None:
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type]  # pydantic's own class options
        if label is not None:
            cls.TYPE = cls.__name__
            cls.KINDS = frozenset(kinds.split())
            cls.LABEL = label
