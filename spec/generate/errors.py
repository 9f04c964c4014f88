"""refimpl/table/errors.py: every error reply of the release as a ready wire line."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spec.model.load import ErrorText, Spec


def constant(error_id: str) -> str:
    """The Python name of an error without placeholders: ``not-integer`` → ``NOT_INTEGER``."""
    return error_id.upper().replace("-", "_")


def function(error_id: str) -> str:
    """The Python name of an error with placeholders: ``wrong-arity`` → ``wrong_arity``."""
    return error_id.replace("-", "_")


def module(spec: Spec) -> str:
    """The module's text."""
    names = [
        function(error.id) if error.placeholders else constant(error.id)
        for error in spec.errors.values()
    ]
    body = ["from __future__ import annotations", ""]
    body += ["from refimpl.table.failure import printed", "", "__all__ = ["]
    body += [f'    "{name}",' for name in sorted(names)] + ["]", ""]
    constants = [error for error in spec.errors.values() if not error.placeholders]
    body += [f'{constant(error.id)} = b"-{_escape(error.text)}\\r\\n"' for error in constants]
    for error in spec.errors.values():
        if error.placeholders:
            body += ["", "", *_function(error)]
    return "\n".join(body) + "\n"


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _function(error: ErrorText) -> list[str]:
    parameters = list(dict.fromkeys(error.placeholders))
    parts = []
    for literal, name, _, _ in string.Formatter().parse(error.text):
        if literal:
            parts.append(f'b"{_escape(literal)}"')
        if name:
            parts.append(name)
    pieces = ", ".join(parts)
    arguments = ", ".join(f"{name}: bytes" for name in parameters)
    return [
        f"def {function(error.id)}({arguments}) -> bytes:",
        f'    """{error.text}"""',
        f"    return printed({pieces})",
    ]
