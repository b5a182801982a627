"""The OpenAPI document of the interface, made from the tables themselves."""

from __future__ import annotations

from typing import Any

from dashboard import VERSION
from dashboard.exports.open_data.resource import Field, Resource
from dashboard.exports.open_data.resources import BY_NAME
from dashboard.serving.open_question import (
    BOUNDS,
    FORMATS,
    MOVEMENT,
    PICTURE,
    ROOT,
    USUAL_LIMIT,
    filters_of,
)
from dashboard.wording import open_data_words as words
from dashboard.writing.nouns import worded

TYPES = {"date": {"type": "string", "format": "date"}}
"""What OpenAPI calls otherwise than a data package."""


def document() -> dict[str, Any]:
    """The description, version 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {"title": words.API_TITLE, "version": VERSION, "description": words.ABOUT},
        "security": [{"key": []}, {"session": []}],
        "components": {
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "dashboard_session"},
            },
            "schemas": {one.name: _schema(one) for one in worded(BY_NAME).values()},
        },
        "paths": {
            ROOT: {
                "get": {
                    "summary": words.INDEX,
                    "parameters": [_movement()],
                    "responses": _responses({"type": "object"}),
                }
            },
            PICTURE: {"get": _picture()},
            **{f"{ROOT}/{one.name}": {"get": _get(one)} for one in worded(BY_NAME).values()},
        },
    }


def _schema(resource: Resource) -> dict[str, Any]:
    return {"type": "object", "properties": {one.name: _property(one) for one in resource.fields}}


def _property(field: Field) -> dict[str, Any]:
    own = TYPES.get(field.type, {"type": field.type})
    return {**own, "type": [own["type"], "null"], "description": field.description}


def _get(resource: Resource) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}}
    counts = {"total": {"type": "integer"}, "next": {"type": ["string", "null"]}}
    answer = {"type": "object", "properties": {**counts, "rows": rows}}
    whole = [
        _parameter(one, {"type": "integer", "minimum": low, "maximum": high})
        for one, (low, high) in BOUNDS.items()
    ]
    form = _parameter("format", {"type": "string", "enum": list(FORMATS)})
    chosen = [_parameter(one, {"type": "string"}) for one in filters_of(resource)]
    return {
        "summary": resource.title,
        "parameters": [_movement(), *whole, form, *chosen],
        "responses": _responses(answer, csv=True),
    }


def _picture() -> dict[str, Any]:
    asked = [_parameter(one, {"type": "integer"}) for one in ("year", "edition")]
    responses = _responses({"type": "object"})
    responses["200"]["content"] = {"image/svg+xml": {"schema": {"type": "string"}}}
    return {
        "summary": words.PICTURE,
        "parameters": [_movement(), *asked],
        "responses": responses,
    }


def _movement() -> dict[str, Any]:
    return {**_parameter(MOVEMENT, {"type": "string"}), "description": words.MOVEMENT}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    default = {"default": USUAL_LIMIT} if name == "limit" else {}
    return {"name": name, "in": "query", "required": False, "schema": {**schema, **default}}


def _responses(schema: dict[str, Any], csv: bool = False) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if csv:
        content["text/csv"] = {"schema": {"type": "string"}}
    refusals = {str(code): {"description": said} for code, said in words.REFUSALS.items()}
    return {"200": {"description": words.FINE, "content": content}, **refusals}
