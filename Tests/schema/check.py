#!/usr/bin/env python3
"""Holds JSON to its schemas: check.py SCHEMA FILE… ; each file may hold several values. With --strict a key that the schema
does not name is an error too: what the program says is to be in the schema. Prints what differs; 1 where anything does."""

import json
import sys

from jsonschema import Draft202012Validator


def strict(schema):
    """The same schema, but objects have the keys that they name and no other."""
    if isinstance(schema, dict):
        closed = {key: strict(value) for key, value in schema.items()}
        if isinstance(schema.get("properties"), dict) and "required" in schema:
            closed["additionalProperties"] = False
        return closed
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    return schema


def values(text):
    decoder, place = json.JSONDecoder(), 0
    while place < len(text):
        value, end = decoder.raw_decode(text, place)
        yield value
        place = end
        while place < len(text) and text[place].isspace():
            place += 1


def deepest(error):
    """Of the answers that it might have been, the one that it is most like."""
    while error.context:
        error = max(error.context, key=lambda inner: (len(inner.absolute_path), inner.validator != "required"))
    return error


def main(arguments):
    is_strict = arguments[:1] == ["--strict"]
    name, *files = arguments[is_strict:]
    with open(name, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(strict(schema) if is_strict else schema)
    wrong = 0
    for path in files:
        with open(path, encoding="utf-8") as file:
            text = file.read().strip()
        for value in values(text):
            error = next(iter(validator.iter_errors(value)), None)
            if error is not None:
                wrong += 1
                inner = deepest(error)
                where = "/".join(str(part) for part in inner.absolute_path)
                print(f"{path}: {where}: {inner.message[:300]}")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
