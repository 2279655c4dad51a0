"""JSON Schemas of every event type, made from the models that validate."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.cloudevents import schema_path
from api.params import Params
from api.shapes.base import Shape, TextOut
from domain.errors import NotFound
from domain.events import CATALOGUE, EventData
from domain.law.provision import Text

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class SchemaHead(Shape):
    """An event type in the list of all."""

    type: str
    version: int
    kinds: tuple[str, ...]
    label: TextOut
    href: str


class SchemasOut(Shape):
    """All event types."""

    types: tuple[SchemaHead, ...]


class SchemaResponse(JSONResponse):
    """A JSON Schema."""

    media_type = "application/schema+json"


@cache
def schema_of(model: type[EventData]) -> dict[str, Any]:
    """Return the JSON Schema of the data of an event type, in its current version."""
    schema = model.model_json_schema()
    return {"$schema": _DIALECT, "$id": schema_path(model), **schema, "x-kinds": sorted(model.KINDS)}


def _model(name: str, version: int | None = None) -> type[EventData]:
    model = CATALOGUE.get(name)
    if model is None:
        raise NotFound("no event type is called so: see /v1/schemas")
    if version not in (None, model.VERSION):
        raise NotFound(f"{model.TYPE} has no such version: its version is {model.VERSION}")
    return model


def _head(model: type[EventData]) -> SchemaHead:
    return SchemaHead(
        type=model.TYPE,
        version=model.VERSION,
        kinds=tuple(sorted(model.KINDS)),
        label=TextOut.of(Text(*model.LABEL)),
        href=schema_path(model),
    )


def schemas_router() -> APIRouter:
    """Return the routes under ``/v1/schemas``."""
    router = APIRouter(prefix="/v1/schemas", tags=["schemas"])

    @router.get("", summary="All event types")
    async def list_schemas(_: Annotated[Params, Query()]) -> SchemasOut:
        """Return every event type with its version, kinds of case, names and schema."""
        return SchemasOut(types=tuple(_head(model) for model in CATALOGUE.values()))

    @router.get("/{event_type}", summary="Current schema of a type", response_class=SchemaResponse)
    async def show_schema(event_type: str, _: Annotated[Params, Query()]) -> SchemaResponse:
        """Return the JSON Schema of an event type's data."""
        return SchemaResponse(schema_of(_model(event_type)))

    @router.get("/{event_type}/{version}", summary="Schema of one version", response_class=SchemaResponse)
    async def show_version(event_type: str, version: int, _: Annotated[Params, Query()]) -> SchemaResponse:
        """Return the JSON Schema of one version; versions are kept for ever."""
        return SchemaResponse(schema_of(_model(event_type, version)))

    return router
