"""CONFIG."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from refimpl.datatypes.glob import glob_match
from refimpl.resp.replies import OK
from refimpl.session.config import InapplicableError, InvalidValueError
from refimpl.session.config_rewrite import rewrite
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.config_table import ERRORS, NAMES, parameter
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from typing import Any

    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.config_table import Parameter
    from refimpl.table.generated.server import ConfigSetArgs


@handles("CONFIG GET")
def get(call: Call, argv: Argv) -> bytes:
    """All parameters that match a pattern, and those that are named, in any letter case.

    A named one is shown as the client wrote it.
    """
    config = call.server.config
    found: dict[str, tuple[bytes, bytes]] = {}
    for pattern in argv[2:]:
        if any(mark in pattern for mark in b"[*?"):
            names = _matching(pattern)
        else:
            names = {pattern.decode("latin-1").lower(): pattern}
        for name, shown in names.items():
            known = parameter(name)
            if known is not None and name not in found:
                found[name] = (shown, config.show(known))
    return call.wire.bulk_map(chain.from_iterable(found.values()))


@lru_cache(maxsize=16)
def _matching(pattern: bytes) -> dict[str, bytes]:
    """Parameters whose name matches; which do never changes, and few patterns are asked for."""
    return {
        name: name.encode() for name in NAMES if glob_match(pattern, name.encode(), nocase=True)
    }


@handles("CONFIG SET")
def set_parameters(call: Call, args: ConfigSetArgs) -> bytes:
    """Change parameters: all of them, or at the first error none."""
    config = call.server.config
    changes: dict[str, Any] = {}
    checked: list[tuple[Parameter, bytes, bytes]] = []
    named = set()
    for word, value in args.pairs:
        known = parameter(word.decode("latin-1").lower())
        if known is None:
            raise CommandError(errors.unknown_config(word))
        name = known.name.encode()
        if known.at_start:
            raise _refused(word, ERRORS["immutable"])
        if known.protected and not call.server.allows_protected(call.client):
            raise _refused(word, ERRORS["protected"])
        if name in named:  # an alias counts as another parameter
            raise _refused(word, ERRORS["duplicate"])
        named.add(name)
        checked.append((known, name, value))
    for known, name, value in checked:
        try:
            changes[known.attribute] = config.convert(known.name, [value])[1]
        except InvalidValueError as error:
            raise _refused(name, str(error)) from None
    before = {attribute: getattr(config, attribute) for attribute in changes}
    for attribute, converted in changes.items():
        setattr(config, attribute, converted)
    try:
        call.server.config_changed(tuple(changes))
    except InapplicableError as error:
        for attribute, previous in before.items():
            setattr(config, attribute, previous)
        call.server.config_changed(tuple(changes))
        name = next(name for known, name, _ in checked if known.attribute == error.attribute)
        raise _refused(name, str(error)) from None
    return OK


def _refused(name: bytes, reason: str) -> CommandError:
    return CommandError(errors.config_set_failed(name, reason.encode()))


@handles("CONFIG RESETSTAT")
def reset_statistics(call: Call, argv: Argv) -> bytes:
    """Set all statistics to zero."""
    call.server.reset_statistics()
    return OK


@handles("CONFIG REWRITE")
def rewrite_file(call: Call, argv: Argv) -> bytes:
    """Bring the configuration file up to date."""
    if not call.server.config_file:
        raise CommandError(errors.NO_CONFIG_FILE)
    from pathlib import Path  # loads slowly, and this is rarely called

    server = call.server
    users: list[str] = []
    if not server.config.aclfile:
        users = [line.decode("utf-8", "surrogateescape") for line in server.users.lines()]
    try:
        rewrite(Path(server.config_file), server.config, {"user": users})
    except OSError as error:
        raise CommandError(errors.config_rewrite_failed((error.strerror or "").encode())) from None
    return OK


@handles("CONFIG HELP")
def config_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "CONFIG",
        (
            ("GET <pattern>", "The parameters that match, and their values."),
            ("SET <directive> <value>", "Change a parameter."),
            ("RESETSTAT", "Set the statistics of INFO to zero."),
            ("REWRITE", "Bring the configuration file up to date."),
        ),
    )
