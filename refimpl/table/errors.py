# Generated from spec/ by `python -m spec generate`; do not edit.
"""Every error reply as a wire line."""

from __future__ import annotations

__all__ = [
    "BIT_NOT_INTEGER",
    "BIT_OFFSET_NOT_INTEGER",
    "CLIENT_ID_INVALID",
    "CLIENT_ID_NOT_POSITIVE",
    "CLIENT_NAME_INVALID",
    "COUNT_NOT_POSITIVE",
    "DB_NOT_INTEGER",
    "DB_OUT_OF_RANGE",
    "DISCARD_WITHOUT_MULTI",
    "EXEC_ABORTED",
    "EXEC_WITHOUT_MULTI",
    "FIRST_DB_INVALID",
    "HELLO_UNAUTHENTICATED",
    "INCREMENT_NAN_OR_INFINITY",
    "INCREMENT_OVERFLOW",
    "INDEX_OUT_OF_RANGE",
    "INVALID_COMMAND",
    "INVALID_CURSOR",
    "INVALID_KEY_ARGUMENTS",
    "KILL_AGE",
    "LEX_BOUND_INVALID",
    "LIMIT_NEGATIVE",
    "MAX_CLIENTS",
    "MULTI_NESTED",
    "MUST_BE_POSITIVE",
    "NOAUTH",
    "NOT_FLOAT",
    "NOT_INTEGER",
    "NOT_IN_TRANSACTION",
    "NO_CONFIG_FILE",
    "NO_KEY_ARGUMENTS",
    "NO_PASSWORD_CONFIGURED",
    "NO_SUCH_CLIENT",
    "NO_SUCH_KEY",
    "NUMKEYS_NOT_POSITIVE",
    "OFFSET_OUT_OF_RANGE",
    "OUT_OF_MEMORY",
    "OUT_OF_RANGE",
    "PROTOCOL_NOT_INTEGER",
    "SAME_OBJECT",
    "SCORE_BOUND_NOT_FLOAT",
    "SECOND_DB_INVALID",
    "SLOWLOG_COUNT",
    "STRING_TOO_LONG",
    "SYNTAX",
    "TIMEOUT_NEGATIVE",
    "TIMEOUT_NOT_FLOAT",
    "TIMEOUT_NOT_INTEGER",
    "TIMEOUT_OUT_OF_RANGE",
    "UNBLOCKED",
    "UNBLOCK_REASON",
    "UNSUPPORTED_PROTOCOL",
    "WATCH_INSIDE_MULTI",
    "WRONG_PASSWORD",
    "WRONG_TYPE",
    "client_info_invalid",
    "client_info_unknown",
    "client_type_unknown",
    "client_user_unknown",
    "config_rewrite_failed",
    "config_set_failed",
    "debug_unknown",
    "exec_refused",
    "hello_option",
    "internal",
    "invalid_expire",
    "only_subscriber_commands",
    "protected_command",
    "unknown_command",
    "unknown_config",
    "unknown_subcommand",
    "wrong_arity",
]

SYNTAX = b"-ERR syntax error\r\n"
WRONG_TYPE = b"-WRONGTYPE Operation against a key holding the wrong kind of value\r\n"
NOT_INTEGER = b"-ERR value is not an integer or out of range\r\n"
NOT_FLOAT = b"-ERR value is not a valid float\r\n"
OUT_OF_RANGE = b"-ERR value is out of range\r\n"
MUST_BE_POSITIVE = b"-ERR value is out of range, must be positive\r\n"
NO_SUCH_KEY = b"-ERR no such key\r\n"
INDEX_OUT_OF_RANGE = b"-ERR index out of range\r\n"
OFFSET_OUT_OF_RANGE = b"-ERR offset is out of range\r\n"
INVALID_CURSOR = b"-ERR invalid cursor\r\n"
NUMKEYS_NOT_POSITIVE = b"-ERR numkeys should be greater than 0\r\n"
COUNT_NOT_POSITIVE = b"-ERR count should be greater than 0\r\n"
LIMIT_NEGATIVE = b"-ERR LIMIT can't be negative\r\n"
TIMEOUT_NOT_FLOAT = b"-ERR timeout is not a float or out of range\r\n"
TIMEOUT_NOT_INTEGER = b"-ERR timeout is not an integer or out of range\r\n"
TIMEOUT_NEGATIVE = b"-ERR timeout is negative\r\n"
TIMEOUT_OUT_OF_RANGE = b"-ERR timeout is out of range\r\n"
SAME_OBJECT = b"-ERR source and destination objects are the same\r\n"
STRING_TOO_LONG = b"-ERR string exceeds maximum allowed size (proto-max-bulk-len)\r\n"
INCREMENT_OVERFLOW = b"-ERR increment or decrement would overflow\r\n"
INCREMENT_NAN_OR_INFINITY = b"-ERR increment would produce NaN or Infinity\r\n"
BIT_NOT_INTEGER = b"-ERR bit is not an integer or out of range\r\n"
BIT_OFFSET_NOT_INTEGER = b"-ERR bit offset is not an integer or out of range\r\n"
SCORE_BOUND_NOT_FLOAT = b"-ERR min or max is not a float\r\n"
LEX_BOUND_INVALID = b"-ERR min or max not valid string range item\r\n"
NOAUTH = b"-NOAUTH Authentication required.\r\n"
NOT_IN_TRANSACTION = b"-ERR Command not allowed inside a transaction\r\n"
OUT_OF_MEMORY = b"-OOM command not allowed when used memory > 'maxmemory'.\r\n"
UNBLOCKED = b"-UNBLOCKED client unblocked via CLIENT UNBLOCK\r\n"
MAX_CLIENTS = b"-ERR max number of clients reached\r\n"
EXEC_WITHOUT_MULTI = b"-ERR EXEC without MULTI\r\n"
DISCARD_WITHOUT_MULTI = b"-ERR DISCARD without MULTI\r\n"
MULTI_NESTED = b"-ERR MULTI calls can not be nested\r\n"
WATCH_INSIDE_MULTI = b"-ERR WATCH inside MULTI is not allowed\r\n"
EXEC_ABORTED = b"-EXECABORT Transaction discarded because of previous errors.\r\n"
WRONG_PASSWORD = b"-WRONGPASS invalid username-password pair or user is disabled.\r\n"
NO_PASSWORD_CONFIGURED = b"-ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?\r\n"
UNSUPPORTED_PROTOCOL = b"-NOPROTO unsupported protocol version\r\n"
PROTOCOL_NOT_INTEGER = b"-ERR Protocol version is not an integer or out of range\r\n"
HELLO_UNAUTHENTICATED = b"-NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time\r\n"
CLIENT_NAME_INVALID = (
    b"-ERR Client names cannot contain spaces, newlines or special characters.\r\n"
)
CLIENT_ID_INVALID = b"-ERR Invalid client ID\r\n"
CLIENT_ID_NOT_POSITIVE = b"-ERR client-id should be greater than 0\r\n"
NO_SUCH_CLIENT = b"-ERR No such client\r\n"
UNBLOCK_REASON = b"-ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR\r\n"
KILL_AGE = b"-ERR maxage is not an integer or out of range\r\n"
DB_NOT_INTEGER = b"-ERR invalid DB index\r\n"
DB_OUT_OF_RANGE = b"-ERR DB index is out of range\r\n"
FIRST_DB_INVALID = b"-ERR invalid first DB index\r\n"
SECOND_DB_INVALID = b"-ERR invalid second DB index\r\n"
NO_CONFIG_FILE = b"-ERR The server is running without a config file\r\n"
NO_KEY_ARGUMENTS = b"-ERR The command has no key arguments\r\n"
INVALID_COMMAND = b"-ERR Invalid command specified\r\n"
INVALID_KEY_ARGUMENTS = b"-ERR Invalid number of arguments specified for command\r\n"
SLOWLOG_COUNT = b"-ERR count should be greater than or equal to -1\r\n"


def wrong_arity(command: bytes) -> bytes:
    """ERR wrong number of arguments for '{command}' command"""
    return b"-" + b"ERR wrong number of arguments for '" + command + b"' command" + b"\r\n"


def invalid_expire(command: bytes) -> bytes:
    """ERR invalid expire time in '{command}' command"""
    return b"-" + b"ERR invalid expire time in '" + command + b"' command" + b"\r\n"


def unknown_command(name: bytes, args: bytes) -> bytes:
    """ERR unknown command '{name}', with args beginning with: {args}"""
    return (
        b"-" + b"ERR unknown command '" + name + b"', with args beginning with: " + args + b"\r\n"
    )


def unknown_subcommand(name: bytes, container: bytes) -> bytes:
    """ERR unknown subcommand '{name}'. Try {container} HELP."""
    return b"-" + b"ERR unknown subcommand '" + name + b"'. Try " + container + b" HELP." + b"\r\n"


def only_subscriber_commands(name: bytes) -> bytes:
    """ERR Can't execute '{name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context"""
    return (
        b"-"
        + b"ERR Can't execute '"
        + name
        + b"': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context"
        + b"\r\n"
    )


def protected_command(name: bytes, option: bytes) -> bytes:
    """ERR {name} command not allowed. If the {option} option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server."""
    return (
        b"-"
        + b"ERR "
        + name
        + b" command not allowed. If the "
        + option
        + b' option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.'
        + b"\r\n"
    )


def internal(reason: bytes) -> bytes:
    """ERR internal error: {reason}"""
    return b"-" + b"ERR internal error: " + reason + b"\r\n"


def exec_refused(reason: bytes) -> bytes:
    """EXECABORT Transaction discarded because of: {reason}"""
    return b"-" + b"EXECABORT Transaction discarded because of: " + reason + b"\r\n"


def hello_option(word: bytes) -> bytes:
    """ERR Syntax error in HELLO option '{word}'"""
    return b"-" + b"ERR Syntax error in HELLO option '" + word + b"'" + b"\r\n"


def client_info_invalid(attribute: bytes) -> bytes:
    """ERR {attribute} cannot contain spaces, newlines or special characters."""
    return (
        b"-"
        + b"ERR "
        + attribute
        + b" cannot contain spaces, newlines or special characters."
        + b"\r\n"
    )


def client_info_unknown(word: bytes) -> bytes:
    """ERR Unrecognized option '{word}'"""
    return b"-" + b"ERR Unrecognized option '" + word + b"'" + b"\r\n"


def client_type_unknown(word: bytes) -> bytes:
    """ERR Unknown client type '{word}'"""
    return b"-" + b"ERR Unknown client type '" + word + b"'" + b"\r\n"


def client_user_unknown(word: bytes) -> bytes:
    """ERR No such user '{word}'"""
    return b"-" + b"ERR No such user '" + word + b"'" + b"\r\n"


def unknown_config(name: bytes) -> bytes:
    """ERR Unknown option or number of arguments for CONFIG SET - '{name}'"""
    return (
        b"-"
        + b"ERR Unknown option or number of arguments for CONFIG SET - '"
        + name
        + b"'"
        + b"\r\n"
    )


def config_set_failed(name: bytes, reason: bytes) -> bytes:
    """ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}"""
    return (
        b"-"
        + b"ERR CONFIG SET failed (possibly related to argument '"
        + name
        + b"') - "
        + reason
        + b"\r\n"
    )


def config_rewrite_failed(reason: bytes) -> bytes:
    """ERR Rewriting config file: {reason}"""
    return b"-" + b"ERR Rewriting config file: " + reason + b"\r\n"


def debug_unknown(word: bytes) -> bytes:
    """ERR unknown subcommand or wrong number of arguments for '{word}'. Try DEBUG HELP."""
    return (
        b"-"
        + b"ERR unknown subcommand or wrong number of arguments for '"
        + word
        + b"'. Try DEBUG HELP."
        + b"\r\n"
    )
