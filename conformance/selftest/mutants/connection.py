"""Connections: HELLO, RESET, AUTH, CLIENT."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, reply

BASICS = "commands.connection.basics"
CLIENT = "commands.connection.client"
KILL = "commands.connection.kill"
LIST = "commands.connection.list"

MUTANTS = (
    mutant(
        "hello-protocol-4",
        "HELLO 4 is taken for HELLO 3",
        edit("table.generated.connection:parse_hello", "2 <= protover <= 3", "2 <= protover <= 4"),
        edit(f"{BASICS}:speak", "version == 3", "version >= 3"),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "hello-keeps-protocol",
        "HELLO 2 leaves a connection in RESP3",
        edit(
            f"{BASICS}:speak",
            "RESP3 if version == 3 else RESP2",
            "RESP3 if version == 3 else client.wire",
        ),
        hints=("HELLO", "protocol/hello", "RESET"),
    ),
    mutant(
        "hello-without-version",
        "HELLO without a version goes back to RESP2",
        edit(
            f"{BASICS}:hello",
            "if args.protover is not None:\n        speak(client, args.protover)",
            "speak(client, args.protover or 2)",
        ),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "hello-proto-field",
        "HELLO tells proto 2 whatever is spoken",
        edit(f"{BASICS}:hello", "integer(wire.version)", "integer(2)"),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "hello-missing-field",
        "HELLO doesn't tell the role",
        edit(f"{BASICS}:hello", '(b"role", bulk(b"master")),', ""),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "hello-setname",
        "HELLO SETNAME is ignored",
        edit(f"{BASICS}:hello", "client.name = args.setname", "pass"),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "hello-error-changes-protocol",
        "HELLO that is refused has changed the protocol all the same",
        edit(
            f"{BASICS}:hello",
            "    client = call.client\n",
            "    client = call.client\n    speak(client, args.protover or client.wire.version)\n",
        ),
        hints=("HELLO", "protocol/hello"),
    ),
    mutant(
        "reset-keeps-name",
        "RESET keeps the connection's name",
        edit(f"{BASICS}:reset", 'client.name = b""', "pass"),
        hints=("RESET", "protocol/hello"),
    ),
    mutant(
        "reset-keeps-database",
        "RESET keeps the selected database",
        edit(f"{BASICS}:reset", "call.select(0)", "pass"),
        hints=("RESET", "protocol/hello"),
    ),
    mutant(
        "reset-answers-ok",
        "RESET answers OK",
        reply("RESET", lambda _, answer: b"+OK\r\n"),
        hints=("RESET",),
    ),
    mutant(
        "auth-without-password",
        "AUTH where no password is set answers OK",
        edit(f"{BASICS}:auth", "raise CommandError(errors.NO_PASSWORD_CONFIGURED)", "return OK"),
        hints=("AUTH",),
    ),
    mutant(
        "auth-any-password",
        "AUTH takes any password",
        edit(
            "session.access.user:User.accepts",
            "self.no_password or hash_password(password) in self.passwords",
            "True",
        ),
        hints=("AUTH", "HELLO"),
    ),
    mutant(
        "auth-any-user",
        "AUTH takes any user",
        edit(
            f"{BASICS}:authenticate",
            "server.users.find(name)",
            "server.users.find(name) or server.users.default",
        ),
        hints=("AUTH", "HELLO"),
    ),
    mutant(
        "commands-without-auth",
        "commands run before a client has authenticated",
        edit("execute.gates:authentication", "and server.users.default_needs_login", "and False"),
        hints=("connection", "AUTH"),
    ),
    mutant(
        "ping-in-upper-case",
        "PING with a message answers PONG",
        edit(
            f"{BASICS}:ping",
            "return PONG if args.message is None else bulk(args.message)",
            "return PONG",
        ),
        hints=("PING",),
    ),
    mutant(
        "setname-with-spaces",
        "CLIENT SETNAME takes names with spaces",
        edit("table.convert:to_client_name", "0x21 <=", "0x20 <="),
        hints=("CLIENT SETNAME", "HELLO"),
    ),
    mutant(
        "getname-unnamed",
        "CLIENT GETNAME of a connection without name answers an empty string",
        edit(
            f"{CLIENT}:get_name",
            "bulk(call.client.name) if call.client.name else call.wire.null",
            "bulk(call.client.name)",
        ),
        hints=("CLIENT GETNAME", "CLIENT"),
    ),
    mutant(
        "setinfo-unknown",
        "CLIENT SETINFO takes any attribute",
        edit(
            f"{CLIENT}:set_info",
            "raise CommandError(errors.client_info_unknown(attribute))",
            "return OK",
        ),
        hints=("CLIENT SETINFO", "CLIENT"),
    ),
    mutant(
        "setinfo-lib-ver",
        "CLIENT SETINFO LIB-VER sets the name",
        edit(f"{CLIENT}:set_info", 'if known == b"lib-name":', "if True:"),
        hints=("CLIENT SETINFO", "CLIENT INFO", "CLIENT"),
    ),
    mutant(
        "reply-off",
        "CLIENT REPLY OFF has no effect",
        edit(f"{CLIENT}:reply_mode", "client.unusual |= Unusual.REPLY_OFF", "pass"),
        hints=("CLIENT REPLY", "CLIENT", "protocol", "scenarios"),
    ),
    mutant(
        "reply-skip-two",
        "CLIENT REPLY SKIP lasts for all requests",
        edit(
            "execute.pipeline:Pipeline._reply",
            "client.unusual &= ~Unusual.REPLY_SKIP",
            "pass",
        ),
        hints=("CLIENT REPLY", "CLIENT", "protocol", "scenarios"),
    ),
    mutant(
        "reply-on-after-off",
        "CLIENT REPLY ON gives no answer itself",
        edit(f"{CLIENT}:reply_mode", "return OK", "return b''"),
        hints=("CLIENT REPLY", "CLIENT", "protocol", "scenarios"),
    ),
    mutant(
        "kill-skipme",
        "CLIENT KILL with filters closes the caller, too",
        edit(f"{KILL}:kill", 'args.skipme != "no"', "False"),
        hints=("CLIENT KILL", "CLIENT", "scenarios"),
    ),
    mutant(
        "kill-ignores-id",
        "CLIENT KILL ID closes every connection",
        edit(f"{KILL}:_passes", "(args.id is None or client.id == args.id)", "True"),
        hints=("CLIENT KILL", "CLIENT", "scenarios"),
    ),
    mutant(
        "kill-answers-ok",
        "CLIENT KILL with filters answers OK",
        edit(f"{KILL}:kill", "integer(len(victims))", "OK"),
        hints=("CLIENT KILL", "CLIENT", "scenarios"),
    ),
    mutant(
        "kill-of-nobody",
        "CLIENT KILL of an address that nobody has answers OK",
        edit(f"{KILL}:_kill_one", "raise CommandError(errors.NO_SUCH_CLIENT)", "return OK"),
        hints=("CLIENT KILL", "CLIENT"),
    ),
    mutant(
        "list-type",
        "CLIENT LIST TYPE is ignored",
        edit(f"{LIST}:list_clients", "if args.type is not None:", "if False:"),
        hints=("CLIENT LIST", "CLIENT", "scenarios"),
    ),
    mutant(
        "list-field",
        "CLIENT LIST doesn't tell the protocol",
        edit(f"{LIST}:describe", '(b"resp", client.wire.version),', ""),
        hints=("CLIENT LIST", "CLIENT INFO", "CLIENT", "scenarios"),
    ),
    mutant(
        "list-database",
        "CLIENT LIST tells database 0 for everybody",
        edit(f"{LIST}:describe", '(b"db", client.call.keys.index)', '(b"db", 0)'),
        hints=("CLIENT LIST", "CLIENT INFO", "CLIENT", "scenarios"),
    ),
    mutant(
        "client-ids-repeat",
        "all connections have the same id",
        reply("CLIENT ID", lambda _, answer: b":1\r\n"),
        hints=("CLIENT ID", "CLIENT", "scenarios"),
    ),
    mutant(
        "pause-all",
        "CLIENT PAUSE WRITE lets reading commands wait, too",
        edit("commands.connection.control:pause", 'args.mode == "write"', "False"),
        hints=("CLIENT PAUSE", "CLIENT", "scenarios"),
    ),
    mutant(
        "pause-nothing",
        "CLIENT PAUSE lets nobody wait",
        edit("execute.gates:paused", "if not server.unusual & Busy.PAUSED:", "if True:"),
        hints=("CLIENT PAUSE", "CLIENT", "scenarios"),
    ),
    mutant(
        "unpause-nothing",
        "CLIENT UNPAUSE doesn't end the pause",
        edit("commands.connection.control:unpause", "call.server.unpause()", "pass"),
        hints=("CLIENT UNPAUSE", "CLIENT", "scenarios"),
    ),
    mutant(
        "no-touch-touches",
        "CLIENT NO-TOUCH has no effect",
        edit(f"{CLIENT}:no_touch", "call.client.unusual |= Unusual.NO_TOUCH", "pass"),
        hints=("CLIENT NO-TOUCH", "CLIENT", "scenarios"),
    ),
)
