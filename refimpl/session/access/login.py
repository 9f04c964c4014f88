"""Connections and their users: logging in, and what happens to them when users change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.client import Unusual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.session.access.user import User
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState


def log_in(client: Client, user: User) -> None:
    """The client is that user from now on."""
    client.account = user
    client.authenticated = True
    client.parser.authenticated = True
    client.unusual &= ~Unusual.UNAUTHENTICATED
    restrict(client)


def log_out(client: Client, server: ServerState) -> None:
    """The client is the default user, as it was when it came."""
    users = server.users
    log_in(client, users.default)
    if users.default_needs_login:
        client.authenticated = False
        client.parser.authenticated = False
        client.unusual |= Unusual.UNAUTHENTICATED


def restrict(client: Client) -> None:
    """Look at its requests, unless its user may do everything."""
    if client.account.unrestricted:
        client.unusual &= ~Unusual.RESTRICTED
    else:
        client.unusual |= Unusual.RESTRICTED


def user_changed(server: ServerState, user: User) -> None:
    """Let a user's rules take effect on the connections that are there."""
    for client in list(server.clients.values()):
        if client.account is user:
            rules_changed(client)


def rules_changed(client: Client) -> None:
    """Its user's rules have changed: it is closed if it listens to what is forbidden now."""
    restrict(client)
    if not _may_listen(client):
        client.transport.close()


def _may_listen(client: Client) -> bool:
    """Whether everything that a client listens to is still allowed to its user, as a whole."""
    heard = client.subscriptions
    if heard is None:
        return True
    names = [(name, False) for name in (*heard.channels, *heard.shards)]
    names += [(name, True) for name in heard.patterns]
    return any(
        all(selector.allows_channel(name, is_pattern) for name, is_pattern in names)
        for selector in client.account.selectors
    )


def close_clients_of(server: ServerState, gone: Iterable[User], caller: Client) -> None:
    """Close the connections of users that are no more."""
    users = set(gone)
    for client in list(server.clients.values()):
        if client.account in users:
            close(client, caller)


def close(client: Client, caller: Client | None) -> None:
    """Close a connection at once, but the caller's when it has its reply."""
    if client is caller:
        client.unusual |= Unusual.CLOSING
    else:
        client.transport.close()
