"""The OpenAPI document is valid, and requests made from it meet no surprise."""

from __future__ import annotations

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from api.composition import Core

Shared = tuple[httpx.Client, Core]


@pytest.fixture(scope="module")
def document(shared: Shared) -> dict:
    client, _ = shared
    return client.get("/openapi.json").json()


def test_the_document_is_valid_openapi_3_1(document: dict) -> None:
    assert document["openapi"].startswith("3.1.")
    validate(document, cls=OpenAPIV31SpecValidator)


def test_every_refusal_is_documented_as_a_problem(document: dict) -> None:
    for path, item in document["paths"].items():
        for operation in item.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    assert list(response["content"]) == ["application/problem+json"], (path, status)
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_parameter_and_answer_is_described(document: dict) -> None:
    for path, item in document["paths"].items():
        for operation in item.values():
            assert operation["summary"], path
            assert operation["description"], path
            assert operation["operationId"], path


@pytest.fixture(scope="module")
def schema(shared: Shared, document: dict) -> schemathesis.schemas.BaseSchema:
    client, _ = shared
    loaded = schemathesis.openapi.from_dict(document)
    loaded.config.update(base_url=str(client.base_url))
    return loaded


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
    negative_data_rejection,
]


def test_no_request_made_from_the_document_surprises(schema: schemathesis.schemas.BaseSchema) -> None:
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        strategy = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        wrong = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

        @given(case=strategy | wrong)
        @settings(
            max_examples=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            database=None,
        )
        def ask(case: Case) -> None:
            # Per item, a request is taken as a whole and its bad events are refused within the answer.
            per_item = (case.query or {}).get("mode") == "each"
            case.call_and_validate(checks=CHECKS[:-1] if per_item else CHECKS)

        ask()
        tried += 1
    assert tried >= 18
