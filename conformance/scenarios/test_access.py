"""Users and connections: what changes for whom, and when; what is logged of those refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.compare.shape import pairs_of
from conformance.scenarios.beside import started
from conformance.scenarios.test_limits import closed_after
from conformance.scenarios.test_statistics import fields, text_of
from conformance.server import parse_client_list
from conformance.wire.address import Tcp
from conformance.wire.client import Client
from conformance.wire.values import Array, Bulk, Integer, Simple, Value, error_line

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena

OK = Simple(b"OK")
PONG = Simple(b"PONG")
SINCE = "7.2.0"  # when error texts, and the log's, got what they have now
RIGHTS = ("allkeys", "allchannels", "+@all")


def log_in(arena: Arena, name: str, *rules: str) -> Client:
    """A connection of a user with these rules."""
    arena.user(name, *rules)
    client = arena.client(name)
    assert client.call("AUTH", name, "any") == OK
    return client


def is_closed(client: Client) -> bool:
    """Whether the server has closed a connection from which nothing was due."""
    return closed_after(client) == []


def words(value: Value) -> list[str]:
    """The texts of an array."""
    assert isinstance(value, Array)
    return [text_of(item) for item in value.items]


def entries(arena: Arena, *argv: str) -> list[dict[str, Value]]:
    """ACL LOG's entries, newest first."""
    log = arena.call("ACL", "LOG", *argv)
    assert isinstance(log, Array)
    return [fields_of(arena, entry) for entry in log.items]


def fields_of(arena: Arena, value: Value) -> dict[str, Value]:
    """A map by the names of its fields."""
    pairs = pairs_of(value, arena.protocol)
    assert pairs is not None
    return {text_of(name): item for name, item in pairs}


def number_of(value: Value) -> int:
    """An integer reply's value."""
    assert isinstance(value, Integer)
    return value.value


def told(arena: Arena) -> list[tuple[str, ...]]:
    """What stands in the log: how often, why, where, what, who."""
    names = ("reason", "context", "object", "username")
    return [
        (str(number_of(entry["count"])), *(text_of(entry[name]) for name in names))
        for entry in entries(arena, "100")
    ]


# -- connections of users that change ------------------------------------------------------------


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_deleted_users_connections_end(arena: Arena) -> None:
    """All of them, and nobody else's: not those of the default user, nor who left the user."""
    first = log_in(arena, "one", *RIGHTS)
    second = log_in(arena, "two", *RIGHTS)
    left = arena.client("left")
    assert left.call("AUTH", "one", "any") == OK
    assert left.call("RESET") == Simple(b"RESET")
    assert arena.call("ACL", "DELUSER", "one") == Integer(1)
    assert is_closed(first)
    arena.forget("one")
    assert second.call("PING") == PONG
    assert left.call("PING") == PONG
    assert arena.call("PING") == PONG


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_who_deletes_itself_gets_the_reply(arena: Arena) -> None:
    """Then its connection ends."""
    client = log_in(arena, "one", *RIGHTS)
    assert client.call("ACL", "DELUSER", "one") == Integer(1)
    assert is_closed(client)
    arena.forget("one")


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_deleted_user_who_waits(arena: Arena) -> None:
    """A blocked client is closed, and takes nothing any more."""
    client = log_in(arena, "one", *RIGHTS)
    client.send("BLPOP", "k", "0")
    arena.settle("one")
    assert arena.call("ACL", "DELUSER", "one") == Integer(1)
    assert is_closed(client)
    arena.forget("one")
    assert arena.call("RPUSH", "k", "v") == Integer(1)
    assert arena.call("LLEN", "k") == Integer(1)


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_disabled_user_stays_connected(arena: Arena) -> None:
    """`off` forbids to log in; who has, goes on."""
    client = log_in(arena, "one", *RIGHTS)
    assert arena.call("ACL", "SETUSER", "one", "off") == OK
    assert client.call("SET", "k", "v") == OK
    other = arena.client("other")
    arena.expect_error("wrong-password", "AUTH", "one", "any", client="other")
    assert other.call("ACL", "WHOAMI") == Bulk(b"default")
    assert client.call("ACL", "SETUSER", "one", "on", ">secret") == OK
    arena.expect_error("wrong-password", "AUTH", "one", "any", client="other")
    assert other.call("AUTH", "one", "secret") == OK
    assert client.call("PING") == PONG


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_made_anew_is_not_the_same(arena: Arena) -> None:
    """A user of an old name has none of the old rules."""
    arena.user("one", *RIGHTS, ">secret", "(+get)")
    assert arena.call("ACL", "DELUSER", "one") == Integer(1)
    assert arena.call("ACL", "SETUSER", "one", "on", "+ping") == OK
    arena.expect_error("wrong-password", "AUTH", "one", "secret")
    line = words(arena.call("ACL", "LIST"))[1].replace("sanitize-payload ", "")
    assert line == "user one on resetchannels -@all +ping"


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_who_loses_a_channel_is_closed(arena: Arena) -> None:
    """Whose channels or patterns are not all allowed any more, by one selector."""
    names = ("plain", "sharded", "pattern", "nothing")
    arena.user("one", *RIGHTS)
    clients = [arena.client(name) for name in names]
    for client in clients:
        assert client.call("AUTH", "one", "any") == OK
    calls = (("SUBSCRIBE", "a"), ("SSUBSCRIBE", "a"), ("PSUBSCRIBE", "a*"))
    for client, argv in zip(clients, calls, strict=False):
        client.send(*argv)
        client.receive_any()
    assert arena.call("ACL", "SETUSER", "one", "resetchannels", "&a*", "(+@all &b)") == OK
    for client, argv in zip(clients, calls, strict=False):
        client.send(argv[0], *argv[1:])  # again: it is there, and allowed
        client.receive_any()
    assert arena.call("ACL", "SETUSER", "one", "resetchannels", "&a") == OK
    plain, sharded, pattern, nothing = clients
    assert is_closed(pattern)
    arena.forget("pattern")
    assert arena.call("PUBLISH", "a", "x") == Integer(1)
    plain.receive_any()
    assert arena.call("ACL", "SETUSER", "one", "resetchannels", "&b") == OK
    for name, client in (("plain", plain), ("sharded", sharded)):
        assert is_closed(client)
        arena.forget(name)
    assert nothing.call("PING") == PONG


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_listed_and_killed_by_user(arena: Arena) -> None:
    """CLIENT LIST tells the user, CLIENT KILL USER closes his connections."""
    client = log_in(arena, "one", *RIGHTS)
    other = log_in(arena, "two", *RIGHTS)
    listing = arena.control.call("CLIENT", "LIST", "ID", client.client_id or 0)
    assert parse_client_list(text_of(listing).encode("latin1"))[0]["user"] == "one"
    assert arena.call("CLIENT", "KILL", "USER", "one") == Integer(1)
    assert is_closed(client)
    arena.forget("one")
    assert other.call("PING") == PONG
    arena.expect_error({"id": "client-user-unknown", "word": "no"}, "CLIENT", "KILL", "USER", "no")


# -- transactions and scripts ---------------------------------------------------------------------


@pytest.mark.clause(requires=("owned",), since=SINCE, error=True)
def test_refused_while_queuing(arena: Arena) -> None:
    """It spoils the transaction, as any error does."""
    client = log_in(arena, "one", "~a", "+set", "+multi", "+exec")
    assert client.call("MULTI") == OK
    assert client.call("SET", "a", "1") == Simple(b"QUEUED")
    arena.expect_error("noperm-key", "SET", "b", "1", client="one")
    arena.expect_error(
        {"id": "noperm-command", "user": "one", "name": "get"}, "GET", "a", client="one"
    )
    arena.expect_error("exec-aborted", "EXEC", client="one")
    assert arena.call("EXISTS", "a") == Integer(0)


@pytest.mark.clause(requires=("owned",), since=SINCE, error=True)
def test_looked_at_again_by_exec(arena: Arena) -> None:
    """What was allowed when it was queued, and isn't any more, is not run; the rest is."""
    client = log_in(arena, "one", "allkeys", "allchannels", "+@all")
    assert client.call("MULTI") == OK
    for argv in (("SET", "a", "1"), ("SET", "b", "2"), ("PUBLISH", "c", "x"), ("GET", "a")):
        assert client.call(*argv) == Simple(b"QUEUED")
    arena.user("one", "~a", "+@all", "-get")
    replies = client.call("EXEC")
    assert isinstance(replies, Array)
    assert replies.items[0] == OK
    start = (
        b"NOPERM ACLs rules changed between the moment the transaction was accumulated and the "
        b"EXEC call. This command is no longer allowed for the following reason: "
    )
    assert [error_line(item) for item in replies.items[1:]] == [
        start + b"no permission to touch the specified keys",
        start + b"no permission to access one of the channels used as arguments",
        start + b"no permission to execute the command or subcommand",
    ]
    assert arena.call("MGET", "a", "b") == Array((Bulk(b"1"), arena.call("GET", "b")))
    assert [entry[1:] for entry in told(arena)][:3] == [
        ("command", "multi", "get", "one"),
        ("channel", "multi", "c", "one"),
        ("key", "multi", "b", "one"),
    ]


@pytest.mark.clause(requires=("owned",), since=SINCE, error=True)
def test_who_may_not_exec(arena: Arena) -> None:
    """EXEC itself can be refused: the transaction is over."""
    client = log_in(arena, "one", "allkeys", "+set", "+multi")
    assert client.call("MULTI") == OK
    assert client.call("SET", "a", "1") == Simple(b"QUEUED")
    reason = "NOPERM User one has no permissions to run the 'exec' command"
    arena.expect_error({"id": "exec-refused", "reason": reason}, "EXEC", client="one")
    assert client.call("SET", "b", "1") == OK
    assert arena.call("EXISTS", "a") == Integer(0)


@pytest.mark.clause(requires=("owned",), since=SINCE, commands=("eval",), error=True)
def test_scripts_run_as_the_caller(arena: Arena) -> None:
    """What a script calls is refused as if the user called it, and logged as the script's."""
    log_in(arena, "one", "~a", "+eval", "+get", "+sort")
    arena.call("ACL", "LOG", "RESET")
    script = "return redis.pcall(unpack(ARGV)).err"
    for argv, refusal in (
        (("get", "b"), "ERR ACL failure in script: No permissions to access a key"),
        (
            ("set", "a", "1"),
            "ERR ACL failure in script: User one has no permissions to run the 'set' command",
        ),
        (
            ("sort", "a", "get", "x*"),
            "ERR GET option of SORT denied due to insufficient ACL permissions.",
        ),
    ):
        reply = arena.call("EVAL", script, "0", *argv, client="one")
        assert reply == Bulk(refusal.encode())
    script = (
        "local may = redis.acl_check_cmd "
        "return {tostring(may('get', 'a')), tostring(may('set', 'a', '1'))}"
    )
    assert words(arena.call("EVAL", script, "0", client="one")) == ["true", "false"]
    assert told(arena) == [
        ("1", "command", "lua", "set", "one"),
        ("1", "key", "lua", "b", "one"),
    ]


# -- what rules mean together ---------------------------------------------------------------------


@pytest.mark.clause(requires=("owned",), since=SINCE, error=True)
def test_selectors_allow_as_a_whole(arena: Arena) -> None:
    """The command from one and the key from another is not enough."""
    client = log_in(arena, "one", "+get", "~a", "(+set ~b)")
    assert client.call("SET", "b", "x") == OK
    assert error_line(client.call("GET", "a")) is None
    arena.expect_error("noperm-key", "GET", "b", client="one")
    arena.expect_error("noperm-key", "SET", "a", "x", client="one")
    command = {"id": "noperm-command", "user": "one", "name": "del"}
    arena.expect_error(command, "DEL", "a", client="one")


@pytest.mark.clause(requires=("owned",), since=SINCE, error=True)
def test_the_furthest_refusal_is_told(arena: Arena) -> None:
    """Of several selectors, of the one that would have gone furthest: by kind, then by word."""
    arena.user("one", "-@all", "(+mget ~a)", "(+mget ~b ~a)", "(+@all allkeys &x)", "(+publish &y)")
    begin = "User one has no permissions to access "
    assert arena.call("ACL", "DRYRUN", "one", "MGET", "a", "b", "c") == OK
    arena.user("one", "-@all", "(+mget ~a)", "(+mget ~b ~a)", "(+publish &y)")
    for argv, refusal in (
        (("MGET", "a", "b", "c"), begin + "the 'c' key"),
        (("MGET", "b", "c", "a"), begin + "the 'c' key"),
        (("MGET", "c", "a"), begin + "the 'c' key"),
        (("PUBLISH", "x", "m"), begin + "the 'x' channel"),
        (("GET", "a"), "User one has no permissions to run the 'get' command"),
    ):
        assert arena.call("ACL", "DRYRUN", "one", *argv) == Bulk(refusal.encode()), argv


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_first_words(arena: Arena) -> None:
    """A command for certain first arguments only, in any letter case."""
    client = log_in(arena, "one", "+select|1", "+echo|hi", "~k", "+set|k")
    command = {"id": "noperm-command", "user": "one", "name": "select"}
    arena.expect_error(command, "SELECT", "0", client="one")
    assert client.call("SELECT", "1") == OK
    assert client.call("ECHO", "HI") == Bulk(b"HI")
    assert client.call("SET", "k", "v") == OK
    for argv in (("-@connection",), ("+echo|other", "-select")):
        assert arena.call("ACL", "SETUSER", "one", *argv) == OK
        arena.expect_error(command, "SELECT", "1", client="one")
    command = {"id": "noperm-command", "user": "one", "name": "echo"}
    arena.expect_error(command, "ECHO", "hi", client="one")
    assert client.call("ECHO", "Other") == Bulk(b"Other")


@pytest.mark.clause(requires=("owned",), since="7.0.0")
def test_containers(arena: Arena) -> None:
    """A rule about a container is about its subcommands; one of them can be made an exception."""
    for rules, allowed in (
        (("+config",), ("get", "set")),
        (("+config", "-config|set"), ("get",)),
        (("+@all", "-config"), ()),
        (("+@all", "-config", "+config|set"), ("set",)),
        (("+config|get", "-config"), ()),
    ):
        arena.user("one", *rules)
        for word, argv in (("get", ("get", "x")), ("set", ("set", "x", "y"))):
            reply = arena.call("ACL", "DRYRUN", "one", "config", *argv)
            assert (reply == OK) is (word in allowed), (rules, word)


@pytest.mark.clause(requires=("owned",), since="7.0.0", error=True)
def test_what_sort_may_look_up(arena: Arena) -> None:
    """BY a pattern and GET are for those who may read every key; told when they are parsed."""
    client = log_in(arena, "one", "+@all", "%R~*", "%W~k")
    arena.call("RPUSH", "k", "1")
    assert client.call("SORT", "k", "BY", "w*", "GET", "#") == Array((Bulk(b"1"),))
    arena.user("one", "+@all", "~k*", "%W~*", "(%R~* -@all)")
    for options, error in (
        (("BY", "w*"), "sort-by-denied"),
        (("GET", "k*"), "sort-get-denied"),
        (("GET", "#", "BY", "w*"), "sort-get-denied"),
        (("LIMIT", "0", "1", "BY", "w*"), "sort-by-denied"),
    ):
        arena.expect_error(error, "SORT", "k", *options, client="one")
        arena.expect_error(error, "SORT_RO", "k", *options, client="one")
    arena.expect_error("not-integer", "SORT", "k", "LIMIT", "0", "x", "BY", "w*", client="one")
    assert client.call("SORT", "k", "BY", "w") == Array((Bulk(b"1"),))
    arena.user("one", "(+sort %R~*)")
    assert client.call("SORT", "k", "BY", "w*") == Array((Bulk(b"1"),))


@pytest.mark.clause(requires=("owned", "config-set"), since="7.0.0")
def test_channels_of_new_users(arena: Arena) -> None:
    """`acl-pubsub-default` says whether they begin with all channels or none; selectors too."""

    def rules() -> str:
        line = words(arena.call("ACL", "LIST"))[1]
        return line.replace(" sanitize-payload", "").removeprefix("user one ")

    arena.configure({"acl-pubsub-default": "allchannels"})
    arena.user("one", "(+get)")
    assert rules() == "on nopass &* -@all (&* -@all +get)"
    arena.configure({"acl-pubsub-default": "resetchannels"})
    assert rules() == "on nopass &* -@all (&* -@all +get)"
    arena.user("one", "(+get)")
    assert rules() == "on nopass resetchannels -@all (resetchannels -@all +get)"


# -- the default user -----------------------------------------------------------------------------


@pytest.mark.clause(requires=("owned", "config-set"), since="7.0.0")
def test_password_of_the_default_user(arena: Arena) -> None:
    """CONFIG SET requirepass sets his only password; none lets anybody in."""

    def passwords() -> list[str]:
        return words(fields_of(arena, arena.call("ACL", "GETUSER", "default"))["passwords"])

    arena.client()  # is let in while no password is asked for
    try:
        arena.configure({"requirepass": "secret"})
        assert passwords() == ["2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"]
        assert arena.call("ACL", "SETUSER", "default", ">other") == OK
        assert len(passwords()) == 2
        for password in ("secret", "other"):
            assert arena.call("AUTH", password) == OK
        told_of = fields_of(arena, arena.call("CONFIG", "GET", "requirepass"))
        assert told_of == {"requirepass": Bulk(b"secret")}
        arena.configure({"requirepass": "third"})
        assert arena.call("AUTH", "third") == OK
        arena.expect_error("wrong-password", "AUTH", "other")
        arena.configure({"requirepass": ""})
        assert passwords() == []
        arena.expect_error("no-password-configured", "AUTH", "third")
        assert arena.call("AUTH", "default", "anything") == OK
    finally:
        arena.control.call("CONFIG", "SET", "requirepass", "")


@pytest.mark.clause(requires=("owned", "reset"), since="7.0.0", error=True)
def test_default_user_switched_off(arena: Arena) -> None:
    """New connections, and those that are reset, must say who they are; old ones go on."""
    arena.user("one", *RIGHTS)
    try:
        assert arena.call("ACL", "SETUSER", "default", "off") == OK
        assert arena.call("PING") == PONG
        assert arena.call("RESET") == Simple(b"RESET")
        arena.expect_error("noauth", "PING")
        arena.expect_error("wrong-password", "AUTH", "default", "any")
        arena.expect_error("no-password-configured", "AUTH", "any")
        arena.expect_error("hello-unauthenticated", "HELLO", "2")
        assert arena.call("AUTH", "one", "any") == OK
        assert arena.call("PING") == PONG
    finally:
        arena.control.call("ACL", "SETUSER", "default", "on")


@pytest.mark.clause(requires=("owned", "reset"), since="7.0.0")
def test_reset_is_the_default_user(arena: Arena) -> None:
    """With all his rights."""
    client = log_in(arena, "one", "+ping")
    assert client.call("PING") == PONG
    assert error_line(client.call("ACL", "WHOAMI")) is not None
    assert client.call("RESET") == Simple(b"RESET")
    assert client.call("ACL", "WHOAMI") == Bulk(b"default")


# -- the log --------------------------------------------------------------------------------------


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_log_tells_what_was_refused(arena: Arena) -> None:
    """Reason, place, the word that was refused, and how often."""
    client = log_in(arena, "one", "+get", "+mget", "+publish", "+multi", "~a", "&c")
    arena.call("ACL", "LOG", "RESET")
    client.call("GET", "b")
    client.call("Config", "Set", "x", "y")
    client.call("PUBLISH", "d", "x")
    client.call("MGET", "a", "b", "c")
    client.call("MULTI")
    client.call("MGET", "a", "b")
    client.call("HELLO", "3", "AUTH", "one", "x")
    assert told(arena) == [
        ("1", "key", "multi", "b", "one"),
        ("2", "key", "toplevel", "b", "one"),
        ("1", "channel", "toplevel", "d", "one"),
        ("1", "command", "toplevel", "config|set", "one"),
    ]


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_log_of_logins(arena: Arena) -> None:
    """The name is the one that was tried, the object the command as it was written."""
    arena.call("ACL", "LOG", "RESET")
    arena.user("one", ">secret")
    for argv in (
        ("AUTH", "one", "wrong"),
        ("HELLO", "2", "AUTH", "nobody", "x"),
        ("auth", "one", "wrong"),
        ("AUTH", "one", "wrong"),
    ):
        arena.expect_error("wrong-password", *argv)
    assert told(arena) == [
        ("2", "auth", "toplevel", "AUTH", "one"),
        ("1", "auth", "toplevel", "auth", "one"),
        ("1", "auth", "toplevel", "HELLO", "nobody"),
    ]


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_log_groups_the_ten_newest(arena: Arena) -> None:
    """The same refusal counts up where it is among the ten newest entries, and is the newest."""
    client = log_in(arena, "one", "+get")
    arena.call("ACL", "LOG", "RESET")
    for number in range(12):
        client.call("GET", f"k{number}")
    client.call("GET", "k2")
    client.call("GET", "k1")
    found = [(entry[0], entry[3]) for entry in told(arena)]
    assert found[:3] == [("1", "k1"), ("2", "k2"), ("1", "k11")]
    assert len(found) == 13
    assert len(entries(arena)) == 10
    assert len(entries(arena, "2")) == 2
    numbers = [number_of(entry["entry-id"]) for entry in entries(arena, "100")]
    first = min(numbers)
    assert [number - first for number in numbers] == [12, 2, *range(11, 2, -1), 1, 0]


@pytest.mark.clause(requires=("owned", "config-set"), since=SINCE)
def test_log_is_bounded(arena: Arena) -> None:
    """acllog-max-len takes effect with the next entry."""
    client = log_in(arena, "one", "+get")
    arena.call("ACL", "LOG", "RESET")
    for number in range(5):
        client.call("GET", f"k{number}")
    arena.configure({"acllog-max-len": "3"})
    assert len(entries(arena, "100")) == 5
    client.call("GET", "k5")
    assert [entry[3] for entry in told(arena)] == ["k5", "k4", "k3"]
    arena.configure({"acllog-max-len": "0"})
    client.call("GET", "k6")
    assert told(arena) == []


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_entry_tells_the_client(arena: Arena) -> None:
    """As CLIENT LIST would have: the newest one of a group."""
    first = log_in(arena, "one", "+get")
    arena.call("ACL", "LOG", "RESET")
    first.call("GET", "k")
    second = arena.client("second")
    second.call("AUTH", "one", "any")
    second.call("GET", "k")
    (entry,) = entries(arena)
    told_of = parse_client_list(text_of(entry["client-info"]).encode("latin1"))[0]
    assert told_of["id"] == str(second.client_id)
    assert (told_of["cmd"], told_of["user"], told_of["flags"]) == ("get", "one", "N")
    assert number_of(entry["timestamp-created"]) <= number_of(entry["timestamp-last-updated"])


@pytest.mark.clause(requires=("owned",), since=SINCE)
def test_refusals_are_counted(arena: Arena) -> None:
    """By kind, by command, and as errors; ACL LOG RESET forgets none of that."""
    client = log_in(arena, "one", "+get", "+publish")
    before = fields(arena, "stats")
    arena.control.call("CONFIG", "RESETSTAT")
    client.call("GET", "k")
    client.call("GET", "k")
    client.call("SET", "k", "v")
    client.call("PUBLISH", "c", "x")
    client.call("AUTH", "one", "any")
    arena.expect_error("wrong-password", "AUTH", "nobody", "x", client="one")
    arena.call("ACL", "LOG", "RESET")
    after = fields(arena, "stats")
    kinds = ("auth", "cmd", "key", "channel")
    names = [f"acl_access_denied_{kind}" for kind in kinds]
    assert [int(after[name]) - int(before[name]) for name in names] == [1, 1, 2, 1]
    assert fields(arena, "errorstats")["errorstat_NOPERM"] == "count=4"
    assert fields(arena, "commandstats")["cmdstat_get"].endswith("rejected_calls=2,failed_calls=0")


# -- secrets --------------------------------------------------------------------------------------


@pytest.mark.clause(requires=("owned", "config-set"), since=SINCE)
def test_secrets_are_not_logged(arena: Arena) -> None:
    """In the log of slow commands something else stands for passwords and users' rules."""
    arena.configure({"slowlog-log-slower-than": "0"})
    arena.user("one", ">secret")
    arena.call("SLOWLOG", "RESET")
    calls = (
        ("ACL", "SETUSER", "one", ">other", "+get"),
        ("ACL", "GETUSER", "one"),
        ("AUTH", "one", "other"),
        ("RESET",),
        ("HELLO", str(arena.protocol), "AUTH", "one", "secret", "SETNAME", "n"),
        ("RESET",),
        ("CONFIG", "SET", "masterauth", "secret", "maxclients", "5000"),
        ("ACL", "DELUSER", "nobody"),
    )
    for argv in calls:
        arena.call(*argv)
    arena.configure({"masterauth": "", "maxclients": "10000", "slowlog-log-slower-than": "-1"})
    log = arena.control.call("SLOWLOG", "GET", "100")
    assert isinstance(log, Array)
    logged = []
    for entry in log.items:
        assert isinstance(entry, Array)
        logged.append(tuple(words(entry.items[3])))
    hidden = "(redacted)"
    for argv in (
        ("ACL", "SETUSER", hidden, hidden, hidden),
        ("ACL", "GETUSER", hidden),
        ("AUTH", hidden, hidden),
        ("HELLO", str(arena.protocol), "AUTH", hidden, hidden, "SETNAME", "n"),
        ("CONFIG", "SET", "masterauth", hidden, "maxclients", "5000"),
        ("ACL", "DELUSER", hidden),
    ):
        assert argv in logged, argv


# -- files ----------------------------------------------------------------------------------------


@pytest.mark.clause(requires=("owned",), since=SINCE, protocols=(2,))
def test_users_in_a_file(arena: Arena, tmp_path: Path) -> None:
    """ACL SAVE writes what ACL LIST tells, ACL LOAD and a start read it."""
    path = tmp_path / "users.acl"
    path.write_text("user one on nopass +@all ~a (+get\t~b)\n\n  user two off >secret\r\n")
    with started(arena, tmp_path, "--aclfile", str(path)) as client:
        lines = [
            line.replace("sanitize-payload ", "") for line in words(client.call("ACL", "LIST"))
        ]
        assert lines == [
            "user default on nopass ~* &* +@all",
            "user one on nopass ~a resetchannels +@all (~b resetchannels -@all +get)",
            "user two off #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b "
            "resetchannels -@all",
        ]
        assert client.call("ACL", "SETUSER", "three", "+get", "%R~x", "&c") == OK
        assert client.call("ACL", "SAVE") == OK
        assert path.read_text() == "".join(f"{x}\n" for x in words(client.call("ACL", "LIST")))
        assert [each.name for each in tmp_path.iterdir()] == ["users.acl"]
        saved = client.call("ACL", "LIST")
        assert client.call("ACL", "SETUSER", "four") == OK
        assert client.call("ACL", "DELUSER", "one") == Integer(1)
        assert client.call("ACL", "LOAD") == OK
        assert client.call("ACL", "LIST") == saved
    with started(arena, tmp_path, "--aclfile", str(path)) as client:
        assert client.call("ACL", "LIST") == saved


@pytest.mark.clause(requires=("owned",), since=SINCE, protocols=(2,))
def test_load_closes_connections_of_those_gone(arena: Arena, tmp_path: Path) -> None:
    """The others stay, with the rules of the file."""
    path = tmp_path / "users.acl"
    path.write_text("user one on nopass +@all\nuser two on nopass +@all\n")
    with started(arena, tmp_path, "--aclfile", str(path)) as client:
        port = int(words(client.call("CONFIG", "GET", "port"))[1])
        one, two = (Client.connect(Tcp("127.0.0.1", port), name) for name in ("one", "two"))
        assert one.call("AUTH", "one", "x") == OK
        assert two.call("AUTH", "two", "x") == OK
        path.write_text("user two on >secret +ping\n")
        assert client.call("ACL", "LOAD") == OK
        assert client.call("ACL", "WHOAMI") == Bulk(b"default")
        assert two.call("PING") == PONG
        assert (error_line(two.call("ECHO", "x")) or b"").startswith(b"NOPERM ")
        assert is_closed(one)
        one.close()
        two.close()


@pytest.mark.clause(requires=("owned",), since=SINCE, protocols=(2,), error=True)
def test_a_file_with_errors(arena: Arena, tmp_path: Path) -> None:
    """All of them are told, with their lines; then nothing has changed."""
    path = tmp_path / "users.acl"
    path.write_text("user one on\n")
    with started(arena, tmp_path, "--aclfile", str(path)) as client:
        before = client.call("ACL", "LIST")
        end = (
            "WARNING: ACL errors detected, no change to the previously active ACL rules was "
            "performed"
        )
        for text, errors in (
            ("one on\n", "{path}:1 should start with user keyword followed by the username. "),
            ("user\n", "{path}:1 should start with user keyword followed by the username. "),
            (
                "# no comments\n",
                "{path}:1 should start with user keyword followed by the username. ",
            ),
            ("user a on\nuser a off\n", "WARNING: Duplicate user 'a' found on line 2. "),
            ("user a (+get\n", "{path}:1: Unmatched parenthesis in selector definition."),
            ("\nuser a nosuch other\n", "{path}:2: Syntax error. "),
            (
                "user a +nosuch -@no x\n",
                "{path}:1: Error in applying operation '+nosuch': Unknown command or category name "
                "in ACL. {path}:1: Error in applying operation '-@no': Unknown command or category "
                "name in ACL. {path}:1: Syntax error. ",
            ),
            (
                "user a #x\nuser b <y\nuser c ~* ~c\n",
                "{path}:1: The password hash must be exactly 64 characters and contain only "
                "lowercase hexadecimal characters. {path}:2: The password you are trying to remove "
                "from the user does not exist. {path}:3: Adding a pattern after the * pattern (or "
                "the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to "
                "start with an empty list of patterns. ",
            ),
        ):
            path.write_text(text)
            wanted = f"ERR {errors.format(path=path)}{end}"
            assert error_line(client.call("ACL", "LOAD")) == wanted.encode(), text
            assert client.call("ACL", "LIST") == before
        path.unlink()
        wanted = f"ERR Error loading ACLs, opening file '{path}': No such file or directory"
        assert error_line(client.call("ACL", "LOAD")) == wanted.encode()
        path.mkdir()
        reply = error_line(client.call("ACL", "SAVE"))
        assert reply is not None
        assert reply.startswith(b"ERR There was an error trying to save the ACLs. ")


@pytest.mark.clause(requires=("owned",), since=SINCE, protocols=(2,))
def test_users_in_the_configuration(arena: Arena, tmp_path: Path) -> None:
    """`user` lines make users, CONFIG REWRITE writes those there are."""
    path = tmp_path / "server.conf"
    path.write_text(
        '# users\nuser one on nopass ~a +@all (+get ~b)\nUSER two >secret "(+set ~c)"\n'
    )
    with started(arena, tmp_path, "--include", str(path)) as client:
        lines = [
            line.replace("sanitize-payload ", "") for line in words(client.call("ACL", "LIST"))
        ]
        assert lines == [
            "user default on nopass ~* &* +@all",
            "user one on nopass ~a resetchannels +@all (~b resetchannels -@all +get)",
            "user two off #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b "
            "resetchannels -@all (~c resetchannels -@all +set)",
        ]
