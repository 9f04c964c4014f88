"""The ways to seed a fault in the reference server. Nothing of it is imported before that.

A place is written `module:name` or `module:Class.name`, the module without the leading `refimpl.`.
"""

from __future__ import annotations
import __future__

import ast
import inspect
import pkgutil
import textwrap
from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any

from conformance.selftest.mutant import Misfit

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.selftest.mutant import Patch

ROOT = "refimpl"

_edited: dict[FunctionType, str] = {}
"""The source of functions that were edited already, for a further edit."""


def edit(place: str, old: str, new: str) -> Patch:
    """Replace a piece of the source of a function or method; it must be there exactly once.

    Pieces of several lines are indented as if the function stood at the left margin. Only the code
    object is exchanged, so whoever holds the function already runs the faulty one.
    """

    def apply() -> None:
        function = _function(place)
        source = _edited.get(function) or textwrap.dedent(inspect.getsource(function))
        if source.count(old) != 1:
            raise Misfit(f"{place} holds {old!r} {source.count(old)} times instead of once")
        source = _edited[function] = source.replace(old, new)
        tree = ast.parse(source)
        definition = tree.body[0]
        if not isinstance(definition, ast.FunctionDef):
            raise Misfit(f"{place} is no plain function")
        definition.decorator_list.clear()
        flags = __future__.annotations.compiler_flag
        code = compile(tree, f"<{place}, mutated>", "exec", flags, dont_inherit=True)
        namespace = dict(function.__globals__)
        exec(code, namespace)
        function.__code__ = namespace[definition.name].__code__

    return apply


def put(place: str, value: object) -> Patch:
    """Bind the name of a module, class or object to another value."""

    def apply() -> None:
        owner, name = _owner(place)
        setattr(owner, name, value)

    return apply


def entry(place: str, key: object, change: Callable[[Any], object]) -> Patch:
    """Replace the entry of a dict by what `change` makes of it."""

    def apply() -> None:
        owner, name = _owner(place)
        table = getattr(owner, name)
        if key not in table:
            raise Misfit(f"{place} has no entry {key!r}")
        table[key] = change(table[key])

    return apply


def command(name: str, change: Callable[[Any], None]) -> Patch:
    """Change a command's entry in the table (`SET`, `CLIENT KILL`), before it gets its handler."""

    def apply() -> None:
        table = import_module(f"{ROOT}.server.table")
        build = table.build_table

        def built() -> Any:
            commands = build()
            container, *member = name.lower().encode().split()
            found = commands[container]
            change(found.subcommands[member[0]] if member else found)
            return commands

        table.build_table = built  # type: ignore[attr-defined]

    return apply


def arity(name: str, number: int) -> Patch:
    """Give a command another arity."""

    def change(found: Any) -> None:
        found.arity = number
        found.least_args = abs(number)
        found.most_args = number if number > 0 else 1 << 31

    return command(name, change)


def reply(name: str, change: Callable[[Any, bytes], bytes]) -> Patch:
    """Change what a command's handler replies: `change` gets its call object and the reply."""

    def wrapped(handler: Callable[..., bytes]) -> Callable[..., bytes]:
        return lambda call, args: change(call, handler(call, args))

    return _handler(name, wrapped)


def words(name: str, change: Callable[[list[bytes]], list[bytes]]) -> Patch:
    """Let a command that has no parser see other words than were sent."""

    def wrapped(handler: Callable[..., bytes]) -> Callable[..., bytes]:
        return lambda call, argv: handler(call, change(argv))

    return _handler(name, wrapped)


def argument(name: str, **values: object) -> Patch:
    """Let a command's handler see these values of parsed arguments, whatever was sent."""

    def wrapped(handler: Callable[..., bytes]) -> Callable[..., bytes]:
        def handle(call: Any, args: Any) -> bytes:
            for each, value in values.items():
                if not hasattr(type(args), each) and not hasattr(args, each):
                    raise Misfit(f"{name} has no argument {each}")
                setattr(args, each, value)
            return handler(call, args)

        return handle

    return _handler(name, wrapped)


def _handler(name: str, wrapped: Callable[[Callable[..., bytes]], Callable[..., bytes]]) -> Patch:
    def apply() -> None:
        commands = import_module(f"{ROOT}.commands")
        for module in pkgutil.iter_modules(commands.__path__):
            import_module(f"{ROOT}.commands.{module.name}")
        handlers = import_module(f"{ROOT}.session.registry").HANDLERS
        key = name.lower().replace(" ", "|").encode()
        if key not in handlers:
            raise Misfit(f"{name} has no handler")
        handlers[key] = wrapped(handlers[key])

    return apply


def _owner(place: str) -> tuple[Any, str]:
    """The module, class or object that the place's last name belongs to."""
    module, _, path = place.partition(":")
    try:
        owner: Any = import_module(f"{ROOT}.{module}")
    except ImportError as error:
        raise Misfit(f"{place}: {error}") from error
    *outer, name = path.split(".")
    for each in outer:
        owner = getattr(owner, each, None)
    if not hasattr(owner, name):
        raise Misfit(f"{place} is not there")
    return owner, name


def _function(place: str) -> FunctionType:
    owner, name = _owner(place)
    found = inspect.getattr_static(owner, name)
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, classmethod | staticmethod):
        found = found.__func__
    if not isinstance(found, FunctionType):
        raise Misfit(f"{place} is no function")
    return found
