# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the pubsub commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.failure import CommandError


class PubsubChannelsArgs:
    """Arguments of PUBSUB CHANNELS."""

    pattern: bytes | None = None


def parse_pubsub_channels(argv: Argv, now: int) -> PubsubChannelsArgs:
    args = PubsubChannelsArgs()
    argc = len(argv)
    at = 2
    if at < argc:
        args.pattern = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.pubsub_arity(argv[1]))
    return args


class PubsubShardchannelsArgs:
    """Arguments of PUBSUB SHARDCHANNELS."""

    pattern: bytes | None = None


def parse_pubsub_shardchannels(argv: Argv, now: int) -> PubsubShardchannelsArgs:
    args = PubsubShardchannelsArgs()
    argc = len(argv)
    at = 2
    if at < argc:
        args.pattern = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.pubsub_arity(argv[1]))
    return args
