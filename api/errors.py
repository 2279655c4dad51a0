"""Refusals that only a boundary can meet: bodies, headers, parameters. The rest are the domain's own."""

from __future__ import annotations

from collections.abc import Sequence

from domain.errors import MatianeError


class MalformedBody(MatianeError):
    """The body is no JSON that we read: broken syntax, another encoding, doubled keys."""

    code = "malformed-body"


class UnsupportedMediaType(MatianeError):
    """The body is of a media type, charset or content coding that this door does not read."""

    code = "unsupported-media-type"


class BodyTooLarge(MatianeError):
    """The body, or the number of events in it, is over the documented limit."""

    code = "body-too-large"


class InvalidParameter(MatianeError):
    """A parameter of the address cannot be used, or is not known here."""

    code = "invalid-parameter"


class WrongHost(MatianeError):
    """The request names a host that is not this machine: some web page had its name point here."""

    code = "wrong-host"


class NoSuchPath(MatianeError):
    """Nothing is served at this address."""

    code = "no-such-path"


class MethodNotAllowed(MatianeError):
    """The address does not take this method."""

    code = "method-not-allowed"


class Internal(MatianeError):
    """A fault of ours."""

    code = "internal"


class Refused(Exception):
    """Several refusals of one request, in the order of its items. Nothing of the request was stored."""

    def __init__(self, errors: Sequence[MatianeError]) -> None:
        super().__init__(errors[0].message)
        self.errors = tuple(errors)
