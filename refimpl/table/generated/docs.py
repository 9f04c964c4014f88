# Generated from spec/ by `python -m spec generate`; do not edit.
"""What COMMAND DOCS tells."""

from __future__ import annotations

from typing import Any

# name → the fields of COMMAND DOCS, in its order; arguments are nested dicts
DOCS: dict[bytes, dict[str, Any]] = {
    b"acl": {
        "summary": b"A container for commands about users and what they may do.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"acl|cat": {
        "summary": b"The categories of commands, or the commands of one.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(1), as there are so many commands and no more",
        "arguments": [
            {
                "name": b"category",
                "type": b"string",
                "display_text": b"category",
                "flags": [b"optional"],
            }
        ],
    },
    b"acl|deluser": {
        "summary": b"Delete users and close their connections.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(1) for a user with few rules",
        "arguments": [
            {
                "name": b"username",
                "type": b"string",
                "display_text": b"username",
                "flags": [b"multiple"],
            }
        ],
    },
    b"acl|dryrun": {
        "summary": b"Whether a user may run a command, without running it.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"username", "type": b"string", "display_text": b"username"},
            {"name": b"command", "type": b"string", "display_text": b"command"},
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"acl|genpass": {
        "summary": b"A random password.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"bits", "type": b"integer", "display_text": b"bits", "flags": [b"optional"]}
        ],
    },
    b"acl|getuser": {
        "summary": b"The rules of a user.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of the user's rules",
        "history": [
            (b"6.2.0", b"Tells the patterns of channels."),
            (
                b"7.0.0",
                b"Tells the selectors; patterns of keys and channels are shown as rules rather than lists.",
            ),
        ],
        "arguments": [{"name": b"username", "type": b"string", "display_text": b"username"}],
    },
    b"acl|help": {
        "summary": b"List the subcommands.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"acl|list": {
        "summary": b"All users with their rules, as lines of a configuration file.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of users",
    },
    b"acl|load": {
        "summary": b"Replace all users by those of the file that aclfile names.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of users",
    },
    b"acl|log": {
        "summary": b"What was refused lately, and to whom.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of entries returned",
        "history": [
            (b"7.2.0", b"Entries have an id, and tell when they were made and last changed.")
        ],
        "arguments": [
            {
                "name": b"operation",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                    {
                        "name": b"reset",
                        "type": b"pure-token",
                        "display_text": b"reset",
                        "token": b"RESET",
                    },
                ],
            }
        ],
    },
    b"acl|save": {
        "summary": b"Write all users to the file that aclfile names.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of users",
    },
    b"acl|setuser": {
        "summary": b"Make a user, or change one by further rules.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of rules",
        "history": [
            (b"6.2.0", b"Rules about channels."),
            (b"7.0.0", b"Selectors, and keys that may only be read or only be written."),
        ],
        "arguments": [
            {"name": b"username", "type": b"string", "display_text": b"username"},
            {
                "name": b"rule",
                "type": b"string",
                "display_text": b"rule",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"acl|users": {
        "summary": b"The names of all users.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of users",
    },
    b"acl|whoami": {
        "summary": b"The user of the connection.",
        "since": b"6.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"append": {
        "summary": b"Add bytes at the end of a string, which begins empty if the key is not there.",
        "since": b"2.0.0",
        "group": b"string",
        "complexity": b"O(N) in the length of what is appended",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"asking": {
        "summary": b"Let the next command work on a slot that this node is about to take over.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"auth": {
        "summary": b"Authenticate the connection.",
        "since": b"1.0.0",
        "group": b"connection",
        "complexity": b"O(N), N being the number of the user's passwords",
        "history": [(b"6.0.0", b"With a user name.")],
        "arguments": [
            {
                "name": b"username",
                "type": b"string",
                "display_text": b"username",
                "since": b"6.0.0",
                "flags": [b"optional"],
            },
            {"name": b"password", "type": b"string", "display_text": b"password"},
        ],
    },
    b"bgrewriteaof": {
        "summary": b"Write the append-only file anew, in the background.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"bgsave": {
        "summary": b"Write the dataset to disk in the background.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "history": [(b"3.2.2", b"The option SCHEDULE.")],
        "arguments": [
            {
                "name": b"schedule",
                "type": b"pure-token",
                "display_text": b"schedule",
                "token": b"SCHEDULE",
                "since": b"3.2.2",
                "flags": [b"optional"],
            }
        ],
    },
    b"bitcount": {
        "summary": b"How many bits of a string are set, of all or of a part of it.",
        "since": b"2.6.0",
        "group": b"bitmap",
        "complexity": b"O(N)",
        "history": [(b"7.0.0", b"The unit, BYTE or BIT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"range",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"start", "type": b"integer", "display_text": b"start"},
                    {"name": b"end", "type": b"integer", "display_text": b"end"},
                    {
                        "name": b"unit",
                        "type": b"oneof",
                        "since": b"7.0.0",
                        "flags": [b"optional"],
                        "arguments": [
                            {
                                "name": b"byte",
                                "type": b"pure-token",
                                "display_text": b"byte",
                                "token": b"BYTE",
                            },
                            {
                                "name": b"bit",
                                "type": b"pure-token",
                                "display_text": b"bit",
                                "token": b"BIT",
                            },
                        ],
                    },
                ],
            },
        ],
    },
    b"bitfield": {
        "summary": b"Read, set and increment integers of any width up to 64 bits within a string, in one go.",
        "since": b"3.2.0",
        "group": b"bitmap",
        "complexity": b"O(1) for each subcommand specified",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"operation",
                "type": b"oneof",
                "flags": [b"optional", b"multiple"],
                "arguments": [
                    {
                        "name": b"get-block",
                        "type": b"block",
                        "token": b"GET",
                        "arguments": [
                            {"name": b"encoding", "type": b"string", "display_text": b"encoding"},
                            {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                        ],
                    },
                    {
                        "name": b"write",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"overflow-block",
                                "type": b"oneof",
                                "token": b"OVERFLOW",
                                "flags": [b"optional"],
                                "arguments": [
                                    {
                                        "name": b"wrap",
                                        "type": b"pure-token",
                                        "display_text": b"wrap",
                                        "token": b"WRAP",
                                    },
                                    {
                                        "name": b"sat",
                                        "type": b"pure-token",
                                        "display_text": b"sat",
                                        "token": b"SAT",
                                    },
                                    {
                                        "name": b"fail",
                                        "type": b"pure-token",
                                        "display_text": b"fail",
                                        "token": b"FAIL",
                                    },
                                ],
                            },
                            {
                                "name": b"write-operation",
                                "type": b"oneof",
                                "arguments": [
                                    {
                                        "name": b"set-block",
                                        "type": b"block",
                                        "token": b"SET",
                                        "arguments": [
                                            {
                                                "name": b"encoding",
                                                "type": b"string",
                                                "display_text": b"encoding",
                                            },
                                            {
                                                "name": b"offset",
                                                "type": b"integer",
                                                "display_text": b"offset",
                                            },
                                            {
                                                "name": b"value",
                                                "type": b"integer",
                                                "display_text": b"value",
                                            },
                                        ],
                                    },
                                    {
                                        "name": b"incrby-block",
                                        "type": b"block",
                                        "token": b"INCRBY",
                                        "arguments": [
                                            {
                                                "name": b"encoding",
                                                "type": b"string",
                                                "display_text": b"encoding",
                                            },
                                            {
                                                "name": b"offset",
                                                "type": b"integer",
                                                "display_text": b"offset",
                                            },
                                            {
                                                "name": b"increment",
                                                "type": b"integer",
                                                "display_text": b"increment",
                                            },
                                        ],
                                    },
                                ],
                            },
                        ],
                    },
                ],
            },
        ],
    },
    b"bitfield_ro": {
        "summary": b"Read integers of any width up to 64 bits within a string.",
        "since": b"6.0.0",
        "group": b"bitmap",
        "complexity": b"O(1) for each subcommand specified",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"get-block",
                "type": b"block",
                "token": b"GET",
                "flags": [b"optional", b"multiple", b"multiple_token"],
                "arguments": [
                    {"name": b"encoding", "type": b"string", "display_text": b"encoding"},
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                ],
            },
        ],
    },
    b"bitop": {
        "summary": b"Combine the bits of several strings and store the result; shorter strings count as followed by zeros.",
        "since": b"2.6.0",
        "group": b"bitmap",
        "complexity": b"O(N)",
        "arguments": [
            {
                "name": b"operation",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"and",
                        "type": b"pure-token",
                        "display_text": b"and",
                        "token": b"AND",
                    },
                    {"name": b"or", "type": b"pure-token", "display_text": b"or", "token": b"OR"},
                    {
                        "name": b"xor",
                        "type": b"pure-token",
                        "display_text": b"xor",
                        "token": b"XOR",
                    },
                    {
                        "name": b"not",
                        "type": b"pure-token",
                        "display_text": b"not",
                        "token": b"NOT",
                    },
                    {
                        "name": b"diff",
                        "type": b"pure-token",
                        "display_text": b"diff",
                        "token": b"DIFF",
                    },
                    {
                        "name": b"diff1",
                        "type": b"pure-token",
                        "display_text": b"diff1",
                        "token": b"DIFF1",
                    },
                    {
                        "name": b"andor",
                        "type": b"pure-token",
                        "display_text": b"andor",
                        "token": b"ANDOR",
                    },
                    {
                        "name": b"one",
                        "type": b"pure-token",
                        "display_text": b"one",
                        "token": b"ONE",
                    },
                ],
            },
            {"name": b"destkey", "type": b"key", "display_text": b"destkey", "key_spec_index": 0},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
        ],
    },
    b"bitpos": {
        "summary": b"The position of the first set or clear bit of a string, or of a part of it.",
        "since": b"2.8.7",
        "group": b"bitmap",
        "complexity": b"O(N)",
        "history": [(b"7.0.0", b"The unit, BYTE or BIT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"bit", "type": b"integer", "display_text": b"bit"},
            {
                "name": b"range",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"start", "type": b"integer", "display_text": b"start"},
                    {
                        "name": b"end-unit-block",
                        "type": b"block",
                        "flags": [b"optional"],
                        "arguments": [
                            {"name": b"end", "type": b"integer", "display_text": b"end"},
                            {
                                "name": b"unit",
                                "type": b"oneof",
                                "since": b"7.0.0",
                                "flags": [b"optional"],
                                "arguments": [
                                    {
                                        "name": b"byte",
                                        "type": b"pure-token",
                                        "display_text": b"byte",
                                        "token": b"BYTE",
                                    },
                                    {
                                        "name": b"bit",
                                        "type": b"pure-token",
                                        "display_text": b"bit",
                                        "token": b"BIT",
                                    },
                                ],
                            },
                        ],
                    },
                ],
            },
        ],
    },
    b"blmove": {
        "summary": b"Move an element from either end of a list to either end of another, and wait for one if there is none.",
        "since": b"6.2.0",
        "group": b"list",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
            {
                "name": b"wherefrom",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
            {
                "name": b"whereto",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"blmpop": {
        "summary": b"Remove and return elements from one end of the first list that has any, and wait if none does.",
        "since": b"7.0.0",
        "group": b"list",
        "complexity": b"O(N+M), N being the number of keys and M the number of elements returned",
        "arguments": [
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"where",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"blpop": {
        "summary": b"Remove and return the first element of the first list that has one, and wait if none does.",
        "since": b"2.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of keys",
        "history": [(b"6.0.0", b"The timeout may have a fraction.")],
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"brpop": {
        "summary": b"Remove and return the last element of the first list that has one, and wait if none does.",
        "since": b"2.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of keys",
        "history": [(b"6.0.0", b"The timeout may have a fraction.")],
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"brpoplpush": {
        "summary": b"Move the last element of a list to the front of another, and wait for one if there is none.",
        "since": b"2.2.0",
        "group": b"list",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`BLMOVE` with the `RIGHT` and `LEFT` arguments",
        "history": [(b"6.0.0", b"The timeout may have a fraction.")],
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"bzmpop": {
        "summary": b"Take members away from the first of several sorted sets that has any, or wait for one.",
        "since": b"7.0.0",
        "group": b"sorted-set",
        "complexity": b"O(K) + O(M*log(N)) where K is the number of provided keys, N being the number of elements in the sorted set, and M being the number of elements popped.",
        "arguments": [
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"where",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"bzpopmax": {
        "summary": b"Take away the member of the highest score from the first of several sorted sets that has any, or wait for one.",
        "since": b"5.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) with N being the number of elements in the sorted set.",
        "history": [(b"6.0.0", b"The timeout may have a fraction.")],
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"bzpopmin": {
        "summary": b"Take away the member of the lowest score from the first of several sorted sets that has any, or wait for one.",
        "since": b"5.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) with N being the number of elements in the sorted set.",
        "history": [(b"6.0.0", b"The timeout may have a fraction.")],
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {"name": b"timeout", "type": b"double", "display_text": b"timeout"},
        ],
    },
    b"client": {
        "summary": b"A container for commands about connections.",
        "since": b"2.4.0",
        "group": b"connection",
        "complexity": b"Depends on subcommand.",
    },
    b"client|caching": {
        "summary": b"Say whether the keys of the next command are tracked.",
        "since": b"6.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"mode",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"yes",
                        "type": b"pure-token",
                        "display_text": b"yes",
                        "token": b"YES",
                    },
                    {"name": b"no", "type": b"pure-token", "display_text": b"no", "token": b"NO"},
                ],
            }
        ],
    },
    b"client|getname": {
        "summary": b"Tell the connection's name.",
        "since": b"2.6.9",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|getredir": {
        "summary": b"Tell where invalidation messages go.",
        "since": b"6.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|id": {
        "summary": b"Tell the connection's number.",
        "since": b"5.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|info": {
        "summary": b"Describe this connection.",
        "since": b"6.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|kill": {
        "summary": b"Close connections: one by its address, or all that pass some filters.",
        "since": b"2.4.0",
        "group": b"connection",
        "complexity": b"O(N), N being the number of connections",
        "history": [
            (b"2.8.12", b"Filters beside the address alone."),
            (b"2.8.12", b"The filter ID."),
            (b"3.2.0", b"The type master."),
            (b"5.0.0", b"The type replica, which slave still stands for."),
            (b"6.2.0", b"The filter LADDR."),
            (b"7.4.0", b"The filter MAXAGE."),
        ],
        "arguments": [
            {
                "name": b"filter",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"old-format",
                        "type": b"string",
                        "display_text": b"ip:port",
                        "deprecated_since": b"2.8.12",
                    },
                    {
                        "name": b"new-format",
                        "type": b"oneof",
                        "flags": [b"multiple"],
                        "arguments": [
                            {
                                "name": b"client-id",
                                "type": b"integer",
                                "display_text": b"client-id",
                                "token": b"ID",
                                "since": b"2.8.12",
                                "flags": [b"optional"],
                            },
                            {
                                "name": b"client-type",
                                "type": b"oneof",
                                "token": b"TYPE",
                                "since": b"2.8.12",
                                "flags": [b"optional"],
                                "arguments": [
                                    {
                                        "name": b"normal",
                                        "type": b"pure-token",
                                        "display_text": b"normal",
                                        "token": b"NORMAL",
                                    },
                                    {
                                        "name": b"master",
                                        "type": b"pure-token",
                                        "display_text": b"master",
                                        "token": b"MASTER",
                                        "since": b"3.2.0",
                                    },
                                    {
                                        "name": b"slave",
                                        "type": b"pure-token",
                                        "display_text": b"slave",
                                        "token": b"SLAVE",
                                    },
                                    {
                                        "name": b"replica",
                                        "type": b"pure-token",
                                        "display_text": b"replica",
                                        "token": b"REPLICA",
                                        "since": b"5.0.0",
                                    },
                                    {
                                        "name": b"pubsub",
                                        "type": b"pure-token",
                                        "display_text": b"pubsub",
                                        "token": b"PUBSUB",
                                    },
                                ],
                            },
                            {
                                "name": b"username",
                                "type": b"string",
                                "display_text": b"username",
                                "token": b"USER",
                                "flags": [b"optional"],
                            },
                            {
                                "name": b"addr",
                                "type": b"string",
                                "display_text": b"ip:port",
                                "token": b"ADDR",
                                "flags": [b"optional"],
                            },
                            {
                                "name": b"laddr",
                                "type": b"string",
                                "display_text": b"ip:port",
                                "token": b"LADDR",
                                "since": b"6.2.0",
                                "flags": [b"optional"],
                            },
                            {
                                "name": b"skipme",
                                "type": b"oneof",
                                "token": b"SKIPME",
                                "flags": [b"optional"],
                                "arguments": [
                                    {
                                        "name": b"yes",
                                        "type": b"pure-token",
                                        "display_text": b"yes",
                                        "token": b"YES",
                                    },
                                    {
                                        "name": b"no",
                                        "type": b"pure-token",
                                        "display_text": b"no",
                                        "token": b"NO",
                                    },
                                ],
                            },
                            {
                                "name": b"maxage",
                                "type": b"integer",
                                "display_text": b"maxage",
                                "token": b"MAXAGE",
                                "since": b"7.4.0",
                                "flags": [b"optional"],
                            },
                        ],
                    },
                ],
            }
        ],
    },
    b"client|list": {
        "summary": b"Describe the connections, one a line.",
        "since": b"2.4.0",
        "group": b"connection",
        "complexity": b"O(N), N being the number of connections",
        "history": [
            (b"2.8.12", b"Tells the connection id."),
            (b"5.0.0", b"The option TYPE."),
            (b"6.0.0", b"Tells the user."),
            (b"6.2.0", b"The option ID; tells laddr, redir, argv-mem and tot-mem."),
            (b"7.0.0", b"Tells resp, multi-mem, rbs and rbp."),
            (b"7.0.3", b"Tells ssub."),
            (b"7.2.0", b"Tells lib-name and lib-ver."),
            (b"7.4.0", b"Tells watch."),
            (b"8.0.0", b"Tells io-thread."),
        ],
        "arguments": [
            {
                "name": b"client-type",
                "type": b"oneof",
                "token": b"TYPE",
                "since": b"5.0.0",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"normal",
                        "type": b"pure-token",
                        "display_text": b"normal",
                        "token": b"NORMAL",
                    },
                    {
                        "name": b"master",
                        "type": b"pure-token",
                        "display_text": b"master",
                        "token": b"MASTER",
                    },
                    {
                        "name": b"replica",
                        "type": b"pure-token",
                        "display_text": b"replica",
                        "token": b"REPLICA",
                    },
                    {
                        "name": b"pubsub",
                        "type": b"pure-token",
                        "display_text": b"pubsub",
                        "token": b"PUBSUB",
                    },
                ],
            },
            {
                "name": b"client-id",
                "type": b"integer",
                "display_text": b"client-id",
                "token": b"ID",
                "since": b"6.2.0",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"client|no-evict": {
        "summary": b"Spare this connection when connections are closed to save memory.",
        "since": b"7.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"enabled",
                "type": b"oneof",
                "arguments": [
                    {"name": b"on", "type": b"pure-token", "display_text": b"on", "token": b"ON"},
                    {
                        "name": b"off",
                        "type": b"pure-token",
                        "display_text": b"off",
                        "token": b"OFF",
                    },
                ],
            }
        ],
    },
    b"client|no-touch": {
        "summary": b"Let this connection's commands leave no trace in the access times of keys.",
        "since": b"7.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"enabled",
                "type": b"oneof",
                "arguments": [
                    {"name": b"on", "type": b"pure-token", "display_text": b"on", "token": b"ON"},
                    {
                        "name": b"off",
                        "type": b"pure-token",
                        "display_text": b"off",
                        "token": b"OFF",
                    },
                ],
            }
        ],
    },
    b"client|pause": {
        "summary": b"Let requests wait for a time: all, or those that may write.",
        "since": b"3.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "history": [(b"6.2.0", b"The modes WRITE and ALL.")],
        "arguments": [
            {"name": b"timeout", "type": b"integer", "display_text": b"timeout"},
            {
                "name": b"mode",
                "type": b"oneof",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"write",
                        "type": b"pure-token",
                        "display_text": b"write",
                        "token": b"WRITE",
                    },
                    {
                        "name": b"all",
                        "type": b"pure-token",
                        "display_text": b"all",
                        "token": b"ALL",
                    },
                ],
            },
        ],
    },
    b"client|reply": {
        "summary": b"Turn replies off, on, or off for the next request.",
        "since": b"3.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"action",
                "type": b"oneof",
                "arguments": [
                    {"name": b"on", "type": b"pure-token", "display_text": b"on", "token": b"ON"},
                    {
                        "name": b"off",
                        "type": b"pure-token",
                        "display_text": b"off",
                        "token": b"OFF",
                    },
                    {
                        "name": b"skip",
                        "type": b"pure-token",
                        "display_text": b"skip",
                        "token": b"SKIP",
                    },
                ],
            }
        ],
    },
    b"client|setinfo": {
        "summary": b"Tell the server the client library's name or version.",
        "since": b"7.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"attr",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"libname",
                        "type": b"string",
                        "display_text": b"libname",
                        "token": b"LIB-NAME",
                    },
                    {
                        "name": b"libver",
                        "type": b"string",
                        "display_text": b"libver",
                        "token": b"LIB-VER",
                    },
                ],
            }
        ],
    },
    b"client|setname": {
        "summary": b"Name the connection; an empty name removes it.",
        "since": b"2.6.9",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"connection-name", "type": b"string", "display_text": b"connection-name"}
        ],
    },
    b"client|tracking": {
        "summary": b"Turn invalidation messages for client-side caching on or off.",
        "since": b"6.0.0",
        "group": b"connection",
        "complexity": b"O(1). Some options may introduce additional complexity.",
        "arguments": [
            {
                "name": b"status",
                "type": b"oneof",
                "arguments": [
                    {"name": b"on", "type": b"pure-token", "display_text": b"on", "token": b"ON"},
                    {
                        "name": b"off",
                        "type": b"pure-token",
                        "display_text": b"off",
                        "token": b"OFF",
                    },
                ],
            },
            {
                "name": b"client-id",
                "type": b"integer",
                "display_text": b"client-id",
                "token": b"REDIRECT",
                "flags": [b"optional"],
            },
            {
                "name": b"prefix",
                "type": b"string",
                "display_text": b"prefix",
                "token": b"PREFIX",
                "flags": [b"optional", b"multiple", b"multiple_token"],
            },
            {
                "name": b"bcast",
                "type": b"pure-token",
                "display_text": b"bcast",
                "token": b"BCAST",
                "flags": [b"optional"],
            },
            {
                "name": b"optin",
                "type": b"pure-token",
                "display_text": b"optin",
                "token": b"OPTIN",
                "flags": [b"optional"],
            },
            {
                "name": b"optout",
                "type": b"pure-token",
                "display_text": b"optout",
                "token": b"OPTOUT",
                "flags": [b"optional"],
            },
            {
                "name": b"noloop",
                "type": b"pure-token",
                "display_text": b"noloop",
                "token": b"NOLOOP",
                "flags": [b"optional"],
            },
        ],
    },
    b"client|trackinginfo": {
        "summary": b"Tell how client-side caching is set for this connection.",
        "since": b"6.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"client|unblock": {
        "summary": b"End the waiting of a blocked connection.",
        "since": b"5.0.0",
        "group": b"connection",
        "complexity": b"O(log N), N being the number of connections",
        "arguments": [
            {"name": b"client-id", "type": b"integer", "display_text": b"client-id"},
            {
                "name": b"unblock-type",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"timeout",
                        "type": b"pure-token",
                        "display_text": b"timeout",
                        "token": b"TIMEOUT",
                    },
                    {
                        "name": b"error",
                        "type": b"pure-token",
                        "display_text": b"error",
                        "token": b"ERROR",
                    },
                ],
            },
        ],
    },
    b"client|unpause": {
        "summary": b"Let the requests that wait because of CLIENT PAUSE go on.",
        "since": b"6.2.0",
        "group": b"connection",
        "complexity": b"O(N), N being the number of paused connections",
    },
    b"cluster": {
        "summary": b"A container for commands about the cluster.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"Depends on subcommand",
    },
    b"cluster|addslots": {
        "summary": b"Let this node serve slots.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of slots given",
        "arguments": [
            {"name": b"slot", "type": b"integer", "display_text": b"slot", "flags": [b"multiple"]}
        ],
    },
    b"cluster|addslotsrange": {
        "summary": b"Let this node serve ranges of slots.",
        "since": b"7.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of slots in the ranges",
        "arguments": [
            {
                "name": b"range",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"start-slot", "type": b"integer", "display_text": b"start-slot"},
                    {"name": b"end-slot", "type": b"integer", "display_text": b"end-slot"},
                ],
            }
        ],
    },
    b"cluster|bumpepoch": {
        "summary": b"Advance the configuration epoch.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|count-failure-reports": {
        "summary": b"How many nodes report that a node fails.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of failure reports",
        "arguments": [{"name": b"node-id", "type": b"string", "display_text": b"node-id"}],
    },
    b"cluster|countkeysinslot": {
        "summary": b"How many keys a slot has here.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [{"name": b"slot", "type": b"integer", "display_text": b"slot"}],
    },
    b"cluster|delslots": {
        "summary": b"Let this node forget who serves slots.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of slots given",
        "arguments": [
            {"name": b"slot", "type": b"integer", "display_text": b"slot", "flags": [b"multiple"]}
        ],
    },
    b"cluster|delslotsrange": {
        "summary": b"Let this node forget who serves ranges of slots.",
        "since": b"7.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of slots in the ranges",
        "arguments": [
            {
                "name": b"range",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"start-slot", "type": b"integer", "display_text": b"start-slot"},
                    {"name": b"end-slot", "type": b"integer", "display_text": b"end-slot"},
                ],
            }
        ],
    },
    b"cluster|failover": {
        "summary": b"Let this replica take over from its master.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"options",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"force",
                        "type": b"pure-token",
                        "display_text": b"force",
                        "token": b"FORCE",
                    },
                    {
                        "name": b"takeover",
                        "type": b"pure-token",
                        "display_text": b"takeover",
                        "token": b"TAKEOVER",
                    },
                ],
            }
        ],
    },
    b"cluster|flushslots": {
        "summary": b"Let this node serve no slot.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|forget": {
        "summary": b"Remove a node from those that are known.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [{"name": b"node-id", "type": b"string", "display_text": b"node-id"}],
    },
    b"cluster|getkeysinslot": {
        "summary": b"Some keys of a slot.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of requested keys",
        "arguments": [
            {"name": b"slot", "type": b"integer", "display_text": b"slot"},
            {"name": b"count", "type": b"integer", "display_text": b"count"},
        ],
    },
    b"cluster|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|info": {
        "summary": b"The state of the cluster.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|keyslot": {
        "summary": b"The slot of a key.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of bytes in the key",
        "arguments": [{"name": b"key", "type": b"string", "display_text": b"key"}],
    },
    b"cluster|links": {
        "summary": b"The connections to other nodes.",
        "since": b"7.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of nodes",
    },
    b"cluster|meet": {
        "summary": b"Make another node known.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "history": [(b"4.0.0", b"The port of the bus.")],
        "arguments": [
            {"name": b"ip", "type": b"string", "display_text": b"ip"},
            {"name": b"port", "type": b"integer", "display_text": b"port"},
            {
                "name": b"cluster-bus-port",
                "type": b"integer",
                "display_text": b"cluster-bus-port",
                "since": b"4.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"cluster|myid": {
        "summary": b"This node's id.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|myshardid": {
        "summary": b"The id of this node's shard.",
        "since": b"7.2.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|nodes": {
        "summary": b"The nodes that are known, one a line.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of nodes",
    },
    b"cluster|replicas": {
        "summary": b"The replicas of a node.",
        "since": b"5.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of replicas",
        "arguments": [{"name": b"node-id", "type": b"string", "display_text": b"node-id"}],
    },
    b"cluster|replicate": {
        "summary": b"Let this node be a replica of another one.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [{"name": b"node-id", "type": b"string", "display_text": b"node-id"}],
    },
    b"cluster|reset": {
        "summary": b"Let this node be as one that knows nobody.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of known nodes",
        "arguments": [
            {
                "name": b"reset-type",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"hard",
                        "type": b"pure-token",
                        "display_text": b"hard",
                        "token": b"HARD",
                    },
                    {
                        "name": b"soft",
                        "type": b"pure-token",
                        "display_text": b"soft",
                        "token": b"SOFT",
                    },
                ],
            }
        ],
    },
    b"cluster|saveconfig": {
        "summary": b"Write the node's configuration to disk.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"cluster|set-config-epoch": {
        "summary": b"Give a fresh node its configuration epoch.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"config-epoch", "type": b"integer", "display_text": b"config-epoch"}
        ],
    },
    b"cluster|setslot": {
        "summary": b"Assign a slot to a node, or begin or end its move.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"slot", "type": b"integer", "display_text": b"slot"},
            {
                "name": b"subcommand",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"importing",
                        "type": b"string",
                        "display_text": b"node-id",
                        "token": b"IMPORTING",
                    },
                    {
                        "name": b"migrating",
                        "type": b"string",
                        "display_text": b"node-id",
                        "token": b"MIGRATING",
                    },
                    {
                        "name": b"node",
                        "type": b"string",
                        "display_text": b"node-id",
                        "token": b"NODE",
                    },
                    {
                        "name": b"stable",
                        "type": b"pure-token",
                        "display_text": b"stable",
                        "token": b"STABLE",
                    },
                ],
            },
        ],
    },
    b"cluster|shards": {
        "summary": b"The shards: their slots and nodes.",
        "since": b"7.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of nodes",
    },
    b"cluster|slaves": {
        "summary": b"The replicas of a node.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of replicas",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"5.0.0",
        "replaced_by": b"`CLUSTER REPLICAS`",
        "arguments": [{"name": b"node-id", "type": b"string", "display_text": b"node-id"}],
    },
    b"cluster|slot-stats": {
        "summary": b"Statistics of slots.",
        "since": b"8.2.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of slots; O(N*log(N)) with ORDERBY",
        "arguments": [
            {
                "name": b"filter",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"slotsrange",
                        "type": b"block",
                        "token": b"SLOTSRANGE",
                        "arguments": [
                            {
                                "name": b"start-slot",
                                "type": b"integer",
                                "display_text": b"start-slot",
                            },
                            {"name": b"end-slot", "type": b"integer", "display_text": b"end-slot"},
                        ],
                    },
                    {
                        "name": b"orderby",
                        "type": b"block",
                        "token": b"ORDERBY",
                        "arguments": [
                            {"name": b"metric", "type": b"string", "display_text": b"metric"},
                            {
                                "name": b"limit",
                                "type": b"integer",
                                "display_text": b"limit",
                                "token": b"LIMIT",
                                "flags": [b"optional"],
                            },
                            {
                                "name": b"order",
                                "type": b"oneof",
                                "flags": [b"optional"],
                                "arguments": [
                                    {
                                        "name": b"asc",
                                        "type": b"pure-token",
                                        "display_text": b"asc",
                                        "token": b"ASC",
                                    },
                                    {
                                        "name": b"desc",
                                        "type": b"pure-token",
                                        "display_text": b"desc",
                                        "token": b"DESC",
                                    },
                                ],
                            },
                        ],
                    },
                ],
            }
        ],
    },
    b"cluster|slots": {
        "summary": b"Which nodes serve which slots.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(N), N being the number of nodes",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"7.0.0",
        "replaced_by": b"`CLUSTER SHARDS`",
        "history": [(b"4.0.0", b"The nodes' ids."), (b"7.0.0", b"Metadata of the nodes.")],
    },
    b"command": {
        "summary": b"Describe all commands.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(N), N being the number of commands",
    },
    b"command|count": {
        "summary": b"How many commands there are.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"command|docs": {
        "summary": b"Documentation of some commands, or of all.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of commands asked for",
        "arguments": [
            {
                "name": b"command-name",
                "type": b"string",
                "display_text": b"command-name",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"command|getkeys": {
        "summary": b"Which arguments of a command are keys.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(N), N being the number of arguments",
        "arguments": [
            {"name": b"command", "type": b"string", "display_text": b"command"},
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"command|getkeysandflags": {
        "summary": b"Which arguments of a command are keys, and what it does with them.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of arguments",
        "arguments": [
            {"name": b"command", "type": b"string", "display_text": b"command"},
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"command|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"command|info": {
        "summary": b"Describe some commands, or all.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(N), N being the number of commands asked for",
        "history": [(b"7.0.0", b"Without names it tells of all commands.")],
        "arguments": [
            {
                "name": b"command-name",
                "type": b"string",
                "display_text": b"command-name",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"command|list": {
        "summary": b"The names of all commands, or of those that pass a filter.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of commands",
        "arguments": [
            {
                "name": b"filterby",
                "type": b"oneof",
                "token": b"FILTERBY",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"module-name",
                        "type": b"string",
                        "display_text": b"module-name",
                        "token": b"MODULE",
                    },
                    {
                        "name": b"category",
                        "type": b"string",
                        "display_text": b"category",
                        "token": b"ACLCAT",
                    },
                    {
                        "name": b"pattern",
                        "type": b"pattern",
                        "display_text": b"pattern",
                        "token": b"PATTERN",
                    },
                ],
            }
        ],
    },
    b"config": {
        "summary": b"A container for commands about the configuration.",
        "since": b"2.0.0",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"config|get": {
        "summary": b"The values of all parameters that match.",
        "since": b"2.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of parameters asked for",
        "history": [(b"7.0.0", b"Takes several patterns.")],
        "arguments": [
            {
                "name": b"parameter",
                "type": b"string",
                "display_text": b"parameter",
                "flags": [b"multiple"],
            }
        ],
    },
    b"config|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"config|resetstat": {
        "summary": b"Set the statistics that INFO tells to zero.",
        "since": b"2.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"config|rewrite": {
        "summary": b"Write changed parameters to the configuration file.",
        "since": b"2.8.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"config|set": {
        "summary": b"Change parameters, all or none.",
        "since": b"2.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of parameters",
        "history": [(b"7.0.0", b"Takes several parameters.")],
        "arguments": [
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"parameter", "type": b"string", "display_text": b"parameter"},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            }
        ],
    },
    b"copy": {
        "summary": b"Make a copy of a key under another name or in another database.",
        "since": b"6.2.0",
        "group": b"generic",
        "complexity": b"O(N) in the number of elements; O(1) for a string",
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
            {
                "name": b"destination-db",
                "type": b"integer",
                "display_text": b"destination-db",
                "token": b"DB",
                "flags": [b"optional"],
            },
            {
                "name": b"replace",
                "type": b"pure-token",
                "display_text": b"replace",
                "token": b"REPLACE",
                "flags": [b"optional"],
            },
        ],
    },
    b"dbsize": {
        "summary": b"How many keys the selected database has.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"debug": {
        "summary": b"Look into the server and disturb it, for tests.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
        "doc_flags": [b"syscmd"],
    },
    b"decr": {
        "summary": b"Take one from the integer in a string; an absent key counts as 0.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"decrby": {
        "summary": b"Take an amount from the integer in a string; an absent key counts as 0.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"decrement", "type": b"integer", "display_text": b"decrement"},
        ],
    },
    b"del": {
        "summary": b"Delete keys; answers how many were there.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(N) in the number of keys and of their elements",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"discard": {
        "summary": b"Forget the queued commands and the watched keys.",
        "since": b"2.0.0",
        "group": b"transactions",
        "complexity": b"O(N), N being the number of queued commands",
    },
    b"dump": {
        "summary": b"The value of a key in a serialized form that RESTORE reads.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"O(N) in the size of the value",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"echo": {
        "summary": b"Answer the given text.",
        "since": b"1.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [{"name": b"message", "type": b"string", "display_text": b"message"}],
    },
    b"eval": {
        "summary": b"Run a Lua script on the server.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"Depends on the script that is executed.",
        "arguments": [
            {"name": b"script", "type": b"string", "display_text": b"script"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"evalsha": {
        "summary": b"Run a Lua script that the server remembers.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"Depends on the script that is executed.",
        "arguments": [
            {"name": b"sha1", "type": b"string", "display_text": b"sha1"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"evalsha_ro": {
        "summary": b"Run a Lua script that the server remembers, and that must not write.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"Depends on the script that is executed.",
        "arguments": [
            {"name": b"sha1", "type": b"string", "display_text": b"sha1"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"eval_ro": {
        "summary": b"Run a Lua script that must not write.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"Depends on the script that is executed.",
        "arguments": [
            {"name": b"script", "type": b"string", "display_text": b"script"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"exec": {
        "summary": b"Execute what was queued since MULTI, unless a watched key has changed.",
        "since": b"1.2.0",
        "group": b"transactions",
        "complexity": b"Depends on commands in the transaction",
    },
    b"exists": {
        "summary": b"How many of the keys are there; one named twice counts twice.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(N) in the number of keys",
        "history": [(b"3.0.3", b"Several keys in one call.")],
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"expire": {
        "summary": b"Let a key expire after some seconds.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"The conditions NX, XX, GT and LT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"seconds", "type": b"integer", "display_text": b"seconds"},
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"7.0.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
        ],
    },
    b"expireat": {
        "summary": b"Let a key expire at a time given in seconds since 1970.",
        "since": b"1.2.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"The conditions NX, XX, GT and LT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"unix-time-seconds",
                "type": b"unix-time",
                "display_text": b"unix-time-seconds",
            },
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"7.0.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
        ],
    },
    b"expiretime": {
        "summary": b"When a key expires, in seconds since 1970; -1 without expiry, -2 without key.",
        "since": b"7.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"failover": {
        "summary": b"Hand the dataset and its clients over to a replica.",
        "since": b"6.2.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"target",
                "type": b"block",
                "token": b"TO",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"host", "type": b"string", "display_text": b"host"},
                    {"name": b"port", "type": b"integer", "display_text": b"port"},
                    {
                        "name": b"force",
                        "type": b"pure-token",
                        "display_text": b"force",
                        "token": b"FORCE",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"abort",
                "type": b"pure-token",
                "display_text": b"abort",
                "token": b"ABORT",
                "flags": [b"optional"],
            },
            {
                "name": b"milliseconds",
                "type": b"integer",
                "display_text": b"milliseconds",
                "token": b"TIMEOUT",
                "flags": [b"optional"],
            },
        ],
    },
    b"fcall": {
        "summary": b"Call a function of a library.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"Depends on the function that is executed.",
        "arguments": [
            {"name": b"function", "type": b"string", "display_text": b"function"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"fcall_ro": {
        "summary": b"Call a function of a library that must not write.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"Depends on the function that is executed.",
        "arguments": [
            {"name": b"function", "type": b"string", "display_text": b"function"},
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"flushall": {
        "summary": b"Delete all keys of all databases.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of keys",
        "history": [(b"4.0.0", b"The mode ASYNC."), (b"6.2.0", b"The mode SYNC.")],
        "arguments": [
            {
                "name": b"flush-type",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"async",
                        "type": b"pure-token",
                        "display_text": b"async",
                        "token": b"ASYNC",
                        "since": b"4.0.0",
                    },
                    {
                        "name": b"sync",
                        "type": b"pure-token",
                        "display_text": b"sync",
                        "token": b"SYNC",
                        "since": b"6.2.0",
                    },
                ],
            }
        ],
    },
    b"flushdb": {
        "summary": b"Delete all keys of the selected database.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of keys",
        "history": [(b"4.0.0", b"The mode ASYNC."), (b"6.2.0", b"The mode SYNC.")],
        "arguments": [
            {
                "name": b"flush-type",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"async",
                        "type": b"pure-token",
                        "display_text": b"async",
                        "token": b"ASYNC",
                        "since": b"4.0.0",
                    },
                    {
                        "name": b"sync",
                        "type": b"pure-token",
                        "display_text": b"sync",
                        "token": b"SYNC",
                        "since": b"6.2.0",
                    },
                ],
            }
        ],
    },
    b"function": {
        "summary": b"Manage libraries of functions.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"Depends on subcommand.",
    },
    b"function|delete": {
        "summary": b"Forget a library.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"library-name", "type": b"string", "display_text": b"library-name"}
        ],
    },
    b"function|dump": {
        "summary": b"All libraries as one payload.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(N) where N is the number of functions",
    },
    b"function|flush": {
        "summary": b"Forget all libraries.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(N) where N is the number of functions deleted",
        "arguments": [
            {
                "name": b"flush-type",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"async",
                        "type": b"pure-token",
                        "display_text": b"async",
                        "token": b"ASYNC",
                    },
                    {
                        "name": b"sync",
                        "type": b"pure-token",
                        "display_text": b"sync",
                        "token": b"SYNC",
                    },
                ],
            }
        ],
    },
    b"function|help": {
        "summary": b"The subcommands.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(1)",
    },
    b"function|kill": {
        "summary": b"End the function that is running.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(1)",
    },
    b"function|list": {
        "summary": b"The libraries, their functions and their text.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(N) where N is the number of functions",
        "arguments": [
            {
                "name": b"library-name-pattern",
                "type": b"string",
                "display_text": b"library-name-pattern",
                "token": b"LIBRARYNAME",
                "flags": [b"optional"],
            },
            {
                "name": b"withcode",
                "type": b"pure-token",
                "display_text": b"withcode",
                "token": b"WITHCODE",
                "flags": [b"optional"],
            },
        ],
    },
    b"function|load": {
        "summary": b"Add a library of functions.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(1) (considering compilation time is redundant)",
        "arguments": [
            {
                "name": b"replace",
                "type": b"pure-token",
                "display_text": b"replace",
                "token": b"REPLACE",
                "flags": [b"optional"],
            },
            {"name": b"function-code", "type": b"string", "display_text": b"function-code"},
        ],
    },
    b"function|restore": {
        "summary": b"Add the libraries of a payload.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(N) where N is the number of functions on the payload",
        "arguments": [
            {"name": b"serialized-value", "type": b"string", "display_text": b"serialized-value"},
            {
                "name": b"policy",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"flush",
                        "type": b"pure-token",
                        "display_text": b"flush",
                        "token": b"FLUSH",
                    },
                    {
                        "name": b"append",
                        "type": b"pure-token",
                        "display_text": b"append",
                        "token": b"APPEND",
                    },
                    {
                        "name": b"replace",
                        "type": b"pure-token",
                        "display_text": b"replace",
                        "token": b"REPLACE",
                    },
                ],
            },
        ],
    },
    b"function|stats": {
        "summary": b"What function is running, and how many there are.",
        "since": b"7.0.0",
        "group": b"scripting",
        "complexity": b"O(1)",
    },
    b"geoadd": {
        "summary": b"Add members with a position to a geospatial index, or move them.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(log(N)) for each item added, where N is the number of elements in the sorted set.",
        "history": [(b"6.2.0", b"NX, XX and CH.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                ],
            },
            {
                "name": b"change",
                "type": b"pure-token",
                "display_text": b"change",
                "token": b"CH",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"longitude", "type": b"double", "display_text": b"longitude"},
                    {"name": b"latitude", "type": b"double", "display_text": b"latitude"},
                    {"name": b"member", "type": b"string", "display_text": b"member"},
                ],
            },
        ],
    },
    b"geodist": {
        "summary": b"The distance between two members of a geospatial index.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member1", "type": b"string", "display_text": b"member1"},
            {"name": b"member2", "type": b"string", "display_text": b"member2"},
            {
                "name": b"unit",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"m", "type": b"pure-token", "display_text": b"m", "token": b"M"},
                    {"name": b"km", "type": b"pure-token", "display_text": b"km", "token": b"KM"},
                    {"name": b"ft", "type": b"pure-token", "display_text": b"ft", "token": b"FT"},
                    {"name": b"mi", "type": b"pure-token", "display_text": b"mi", "token": b"MI"},
                ],
            },
        ],
    },
    b"geohash": {
        "summary": b"Members' positions as geohash strings.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(1) for each member requested.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"geopos": {
        "summary": b"Members' positions as longitude and latitude.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(1) for each member requested.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"georadius": {
        "summary": b"Members of a geospatial index within a circle; may store what it finds.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements inside the bounding box of the circular area delimited by center and radius and M is the number of items inside the index.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` argument",
        "history": [(b"6.2.0", b"ANY behind COUNT."), (b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"longitude", "type": b"double", "display_text": b"longitude"},
            {"name": b"latitude", "type": b"double", "display_text": b"latitude"},
            {"name": b"radius", "type": b"double", "display_text": b"radius"},
            {
                "name": b"unit",
                "type": b"oneof",
                "arguments": [
                    {"name": b"m", "type": b"pure-token", "display_text": b"m", "token": b"M"},
                    {"name": b"km", "type": b"pure-token", "display_text": b"km", "token": b"KM"},
                    {"name": b"ft", "type": b"pure-token", "display_text": b"ft", "token": b"FT"},
                    {"name": b"mi", "type": b"pure-token", "display_text": b"mi", "token": b"MI"},
                ],
            },
            {
                "name": b"withcoord",
                "type": b"pure-token",
                "display_text": b"withcoord",
                "token": b"WITHCOORD",
                "flags": [b"optional"],
            },
            {
                "name": b"withdist",
                "type": b"pure-token",
                "display_text": b"withdist",
                "token": b"WITHDIST",
                "flags": [b"optional"],
            },
            {
                "name": b"withhash",
                "type": b"pure-token",
                "display_text": b"withhash",
                "token": b"WITHHASH",
                "flags": [b"optional"],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "since": b"6.2.0",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"store",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"storekey",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 1,
                        "token": b"STORE",
                    },
                    {
                        "name": b"storedistkey",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 2,
                        "token": b"STOREDIST",
                    },
                ],
            },
        ],
    },
    b"georadiusbymember": {
        "summary": b"Members of a geospatial index within a circle around one of them; may store what it finds.",
        "since": b"3.2.0",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements inside the bounding box of the circular area delimited by center and radius and M is the number of items inside the index.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` and `FROMMEMBER` arguments",
        "history": [(b"6.2.0", b"ANY behind COUNT."), (b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
            {"name": b"radius", "type": b"double", "display_text": b"radius"},
            {
                "name": b"unit",
                "type": b"oneof",
                "arguments": [
                    {"name": b"m", "type": b"pure-token", "display_text": b"m", "token": b"M"},
                    {"name": b"km", "type": b"pure-token", "display_text": b"km", "token": b"KM"},
                    {"name": b"ft", "type": b"pure-token", "display_text": b"ft", "token": b"FT"},
                    {"name": b"mi", "type": b"pure-token", "display_text": b"mi", "token": b"MI"},
                ],
            },
            {
                "name": b"withcoord",
                "type": b"pure-token",
                "display_text": b"withcoord",
                "token": b"WITHCOORD",
                "flags": [b"optional"],
            },
            {
                "name": b"withdist",
                "type": b"pure-token",
                "display_text": b"withdist",
                "token": b"WITHDIST",
                "flags": [b"optional"],
            },
            {
                "name": b"withhash",
                "type": b"pure-token",
                "display_text": b"withhash",
                "token": b"WITHHASH",
                "flags": [b"optional"],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"store",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"storekey",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 1,
                        "token": b"STORE",
                    },
                    {
                        "name": b"storedistkey",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 2,
                        "token": b"STOREDIST",
                    },
                ],
            },
        ],
    },
    b"georadiusbymember_ro": {
        "summary": b"Members of a geospatial index within a circle around one of them, as GEORADIUSBYMEMBER but without storing.",
        "since": b"3.2.10",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements inside the bounding box of the circular area delimited by center and radius and M is the number of items inside the index.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`GEOSEARCH` with the `BYRADIUS` and `FROMMEMBER` arguments",
        "history": [(b"6.2.0", b"ANY behind COUNT."), (b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
            {"name": b"radius", "type": b"double", "display_text": b"radius"},
            {
                "name": b"unit",
                "type": b"oneof",
                "arguments": [
                    {"name": b"m", "type": b"pure-token", "display_text": b"m", "token": b"M"},
                    {"name": b"km", "type": b"pure-token", "display_text": b"km", "token": b"KM"},
                    {"name": b"ft", "type": b"pure-token", "display_text": b"ft", "token": b"FT"},
                    {"name": b"mi", "type": b"pure-token", "display_text": b"mi", "token": b"MI"},
                ],
            },
            {
                "name": b"withcoord",
                "type": b"pure-token",
                "display_text": b"withcoord",
                "token": b"WITHCOORD",
                "flags": [b"optional"],
            },
            {
                "name": b"withdist",
                "type": b"pure-token",
                "display_text": b"withdist",
                "token": b"WITHDIST",
                "flags": [b"optional"],
            },
            {
                "name": b"withhash",
                "type": b"pure-token",
                "display_text": b"withhash",
                "token": b"WITHHASH",
                "flags": [b"optional"],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
        ],
    },
    b"georadius_ro": {
        "summary": b"Members of a geospatial index within a circle, as GEORADIUS but without storing.",
        "since": b"3.2.10",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements inside the bounding box of the circular area delimited by center and radius and M is the number of items inside the index.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`GEOSEARCH` with the `BYRADIUS` argument",
        "history": [(b"6.2.0", b"ANY behind COUNT."), (b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"longitude", "type": b"double", "display_text": b"longitude"},
            {"name": b"latitude", "type": b"double", "display_text": b"latitude"},
            {"name": b"radius", "type": b"double", "display_text": b"radius"},
            {
                "name": b"unit",
                "type": b"oneof",
                "arguments": [
                    {"name": b"m", "type": b"pure-token", "display_text": b"m", "token": b"M"},
                    {"name": b"km", "type": b"pure-token", "display_text": b"km", "token": b"KM"},
                    {"name": b"ft", "type": b"pure-token", "display_text": b"ft", "token": b"FT"},
                    {"name": b"mi", "type": b"pure-token", "display_text": b"mi", "token": b"MI"},
                ],
            },
            {
                "name": b"withcoord",
                "type": b"pure-token",
                "display_text": b"withcoord",
                "token": b"WITHCOORD",
                "flags": [b"optional"],
            },
            {
                "name": b"withdist",
                "type": b"pure-token",
                "display_text": b"withdist",
                "token": b"WITHDIST",
                "flags": [b"optional"],
            },
            {
                "name": b"withhash",
                "type": b"pure-token",
                "display_text": b"withhash",
                "token": b"WITHHASH",
                "flags": [b"optional"],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "since": b"6.2.0",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
        ],
    },
    b"geosearch": {
        "summary": b"Members of a geospatial index within a circle or a box.",
        "since": b"6.2.0",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements in the grid-aligned bounding box area around the shape provided as the filter and M is the number of items inside the shape",
        "history": [(b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"from",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"member",
                        "type": b"string",
                        "display_text": b"member",
                        "token": b"FROMMEMBER",
                    },
                    {
                        "name": b"fromlonlat",
                        "type": b"block",
                        "token": b"FROMLONLAT",
                        "arguments": [
                            {"name": b"longitude", "type": b"double", "display_text": b"longitude"},
                            {"name": b"latitude", "type": b"double", "display_text": b"latitude"},
                        ],
                    },
                ],
            },
            {
                "name": b"by",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"circle",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"radius",
                                "type": b"double",
                                "display_text": b"radius",
                                "token": b"BYRADIUS",
                            },
                            {
                                "name": b"unit",
                                "type": b"oneof",
                                "arguments": [
                                    {
                                        "name": b"m",
                                        "type": b"pure-token",
                                        "display_text": b"m",
                                        "token": b"M",
                                    },
                                    {
                                        "name": b"km",
                                        "type": b"pure-token",
                                        "display_text": b"km",
                                        "token": b"KM",
                                    },
                                    {
                                        "name": b"ft",
                                        "type": b"pure-token",
                                        "display_text": b"ft",
                                        "token": b"FT",
                                    },
                                    {
                                        "name": b"mi",
                                        "type": b"pure-token",
                                        "display_text": b"mi",
                                        "token": b"MI",
                                    },
                                ],
                            },
                        ],
                    },
                    {
                        "name": b"box",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"width",
                                "type": b"double",
                                "display_text": b"width",
                                "token": b"BYBOX",
                            },
                            {"name": b"height", "type": b"double", "display_text": b"height"},
                            {
                                "name": b"unit",
                                "type": b"oneof",
                                "arguments": [
                                    {
                                        "name": b"m",
                                        "type": b"pure-token",
                                        "display_text": b"m",
                                        "token": b"M",
                                    },
                                    {
                                        "name": b"km",
                                        "type": b"pure-token",
                                        "display_text": b"km",
                                        "token": b"KM",
                                    },
                                    {
                                        "name": b"ft",
                                        "type": b"pure-token",
                                        "display_text": b"ft",
                                        "token": b"FT",
                                    },
                                    {
                                        "name": b"mi",
                                        "type": b"pure-token",
                                        "display_text": b"mi",
                                        "token": b"MI",
                                    },
                                ],
                            },
                        ],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"withcoord",
                "type": b"pure-token",
                "display_text": b"withcoord",
                "token": b"WITHCOORD",
                "flags": [b"optional"],
            },
            {
                "name": b"withdist",
                "type": b"pure-token",
                "display_text": b"withdist",
                "token": b"WITHDIST",
                "flags": [b"optional"],
            },
            {
                "name": b"withhash",
                "type": b"pure-token",
                "display_text": b"withhash",
                "token": b"WITHHASH",
                "flags": [b"optional"],
            },
        ],
    },
    b"geosearchstore": {
        "summary": b"Store the members of a geospatial index that lie within a circle or a box.",
        "since": b"6.2.0",
        "group": b"geo",
        "complexity": b"O(N+log(M)) where N is the number of elements in the grid-aligned bounding box area around the shape provided as the filter and M is the number of items inside the shape",
        "history": [(b"7.0.0", b"Units in upper case.")],
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 1},
            {
                "name": b"from",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"member",
                        "type": b"string",
                        "display_text": b"member",
                        "token": b"FROMMEMBER",
                    },
                    {
                        "name": b"fromlonlat",
                        "type": b"block",
                        "token": b"FROMLONLAT",
                        "arguments": [
                            {"name": b"longitude", "type": b"double", "display_text": b"longitude"},
                            {"name": b"latitude", "type": b"double", "display_text": b"latitude"},
                        ],
                    },
                ],
            },
            {
                "name": b"by",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"circle",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"radius",
                                "type": b"double",
                                "display_text": b"radius",
                                "token": b"BYRADIUS",
                            },
                            {
                                "name": b"unit",
                                "type": b"oneof",
                                "arguments": [
                                    {
                                        "name": b"m",
                                        "type": b"pure-token",
                                        "display_text": b"m",
                                        "token": b"M",
                                    },
                                    {
                                        "name": b"km",
                                        "type": b"pure-token",
                                        "display_text": b"km",
                                        "token": b"KM",
                                    },
                                    {
                                        "name": b"ft",
                                        "type": b"pure-token",
                                        "display_text": b"ft",
                                        "token": b"FT",
                                    },
                                    {
                                        "name": b"mi",
                                        "type": b"pure-token",
                                        "display_text": b"mi",
                                        "token": b"MI",
                                    },
                                ],
                            },
                        ],
                    },
                    {
                        "name": b"box",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"width",
                                "type": b"double",
                                "display_text": b"width",
                                "token": b"BYBOX",
                            },
                            {"name": b"height", "type": b"double", "display_text": b"height"},
                            {
                                "name": b"unit",
                                "type": b"oneof",
                                "arguments": [
                                    {
                                        "name": b"m",
                                        "type": b"pure-token",
                                        "display_text": b"m",
                                        "token": b"M",
                                    },
                                    {
                                        "name": b"km",
                                        "type": b"pure-token",
                                        "display_text": b"km",
                                        "token": b"KM",
                                    },
                                    {
                                        "name": b"ft",
                                        "type": b"pure-token",
                                        "display_text": b"ft",
                                        "token": b"FT",
                                    },
                                    {
                                        "name": b"mi",
                                        "type": b"pure-token",
                                        "display_text": b"mi",
                                        "token": b"MI",
                                    },
                                ],
                            },
                        ],
                    },
                ],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"count-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                    },
                    {
                        "name": b"any",
                        "type": b"pure-token",
                        "display_text": b"any",
                        "token": b"ANY",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"storedist",
                "type": b"pure-token",
                "display_text": b"storedist",
                "token": b"STOREDIST",
                "flags": [b"optional"],
            },
        ],
    },
    b"get": {
        "summary": b"The string at a key.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"getbit": {
        "summary": b"One bit of a string; 0 where the string does not reach.",
        "since": b"2.2.0",
        "group": b"bitmap",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"offset", "type": b"integer", "display_text": b"offset"},
        ],
    },
    b"getdel": {
        "summary": b"The string at a key, which is then deleted.",
        "since": b"6.2.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"getex": {
        "summary": b"The string at a key, whose expiry may be set or removed on the way.",
        "since": b"6.2.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"expiration",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"seconds",
                        "type": b"integer",
                        "display_text": b"seconds",
                        "token": b"EX",
                    },
                    {
                        "name": b"milliseconds",
                        "type": b"integer",
                        "display_text": b"milliseconds",
                        "token": b"PX",
                    },
                    {
                        "name": b"unix-time-seconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-seconds",
                        "token": b"EXAT",
                    },
                    {
                        "name": b"unix-time-milliseconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-milliseconds",
                        "token": b"PXAT",
                    },
                    {
                        "name": b"persist",
                        "type": b"pure-token",
                        "display_text": b"persist",
                        "token": b"PERSIST",
                    },
                ],
            },
        ],
    },
    b"getrange": {
        "summary": b"A part of a string, from one byte position to another, both included; negative ones count from the end.",
        "since": b"2.4.0",
        "group": b"string",
        "complexity": b"O(N) in the length of what is returned",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"end", "type": b"integer", "display_text": b"end"},
        ],
    },
    b"getset": {
        "summary": b"Set a key to a string and answer what it held.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`SET` with the `!GET` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"hdel": {
        "summary": b"Take fields out of a hash.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of fields to be removed.",
        "history": [(b"2.4.0", b"Several fields in one call.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field", "flags": [b"multiple"]},
        ],
    },
    b"hello": {
        "summary": b"Choose the protocol, and optionally authenticate and name the connection; answers what the server is.",
        "since": b"6.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "history": [(b"6.2.0", b"May be called without arguments.")],
        "arguments": [
            {
                "name": b"arguments",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"protover", "type": b"integer", "display_text": b"protover"},
                    {
                        "name": b"auth",
                        "type": b"block",
                        "token": b"AUTH",
                        "flags": [b"optional"],
                        "arguments": [
                            {"name": b"username", "type": b"string", "display_text": b"username"},
                            {"name": b"password", "type": b"string", "display_text": b"password"},
                        ],
                    },
                    {
                        "name": b"clientname",
                        "type": b"string",
                        "display_text": b"clientname",
                        "token": b"SETNAME",
                        "flags": [b"optional"],
                    },
                ],
            }
        ],
    },
    b"hexists": {
        "summary": b"Tell whether a hash has a field.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
        ],
    },
    b"hexpire": {
        "summary": b"Let fields expire after some seconds.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"seconds", "type": b"integer", "display_text": b"seconds"},
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hexpireat": {
        "summary": b"Let fields expire at a Unix time in seconds.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"unix-time-seconds",
                "type": b"unix-time",
                "display_text": b"unix-time-seconds",
            },
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hexpiretime": {
        "summary": b"Tell at which Unix time in seconds fields expire.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hget": {
        "summary": b"Tell the value of a field.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
        ],
    },
    b"hgetall": {
        "summary": b"Tell all fields and values of a hash.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the size of the hash.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"hgetdel": {
        "summary": b"Tell the values of fields and take the fields out.",
        "since": b"8.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hgetex": {
        "summary": b"Tell the values of fields and set or clear when they expire.",
        "since": b"8.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"expiration",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"seconds",
                        "type": b"integer",
                        "display_text": b"seconds",
                        "token": b"EX",
                    },
                    {
                        "name": b"milliseconds",
                        "type": b"integer",
                        "display_text": b"milliseconds",
                        "token": b"PX",
                    },
                    {
                        "name": b"unix-time-seconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-seconds",
                        "token": b"EXAT",
                    },
                    {
                        "name": b"unix-time-milliseconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-milliseconds",
                        "token": b"PXAT",
                    },
                    {
                        "name": b"persist",
                        "type": b"pure-token",
                        "display_text": b"persist",
                        "token": b"PERSIST",
                    },
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hincrby": {
        "summary": b"Add an integer to the value of a field.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
            {"name": b"increment", "type": b"integer", "display_text": b"increment"},
        ],
    },
    b"hincrbyfloat": {
        "summary": b"Add a number, which may have a fraction, to the value of a field.",
        "since": b"2.6.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
            {"name": b"increment", "type": b"double", "display_text": b"increment"},
        ],
    },
    b"hkeys": {
        "summary": b"Tell all fields of a hash.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the size of the hash.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"hlen": {
        "summary": b"Tell how many fields a hash has.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"hmget": {
        "summary": b"Tell the values of several fields.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of fields being requested.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field", "flags": [b"multiple"]},
        ],
    },
    b"hmset": {
        "summary": b"Set fields of a hash, creating it if need be.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of fields being set.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"4.0.0",
        "replaced_by": b"`HSET` with multiple field-value pairs",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"field", "type": b"string", "display_text": b"field"},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            },
        ],
    },
    b"hpersist": {
        "summary": b"Let fields stay that would expire.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hpexpire": {
        "summary": b"Let fields expire after some milliseconds.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"milliseconds", "type": b"integer", "display_text": b"milliseconds"},
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hpexpireat": {
        "summary": b"Let fields expire at a Unix time in milliseconds.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"unix-time-milliseconds",
                "type": b"unix-time",
                "display_text": b"unix-time-milliseconds",
            },
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hpexpiretime": {
        "summary": b"Tell at which Unix time in milliseconds fields expire.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hpttl": {
        "summary": b"Tell how many milliseconds fields have left to live.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hrandfield": {
        "summary": b"Tell fields of a hash at random, with their values if asked.",
        "since": b"6.2.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of fields returned",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"options",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                    {
                        "name": b"withvalues",
                        "type": b"pure-token",
                        "display_text": b"withvalues",
                        "token": b"WITHVALUES",
                        "flags": [b"optional"],
                    },
                ],
            },
        ],
    },
    b"hscan": {
        "summary": b"Walk through the fields and values of a hash, a page at a time.",
        "since": b"2.8.0",
        "group": b"hash",
        "complexity": b"O(1) for every call. O(N) for a complete iteration, including enough command calls for the cursor to return back to 0. N is the number of elements inside the collection.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"cursor", "type": b"integer", "display_text": b"cursor"},
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "token": b"MATCH",
                "flags": [b"optional"],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"novalues",
                "type": b"pure-token",
                "display_text": b"novalues",
                "token": b"NOVALUES",
                "flags": [b"optional"],
            },
        ],
    },
    b"hset": {
        "summary": b"Set fields of a hash, creating it if need be.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1) for each field/value pair added, so O(N) to add N field/value pairs when the command is called with multiple field/value pairs.",
        "history": [(b"4.0.0", b"Several fields in one call.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"field", "type": b"string", "display_text": b"field"},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            },
        ],
    },
    b"hsetex": {
        "summary": b"Set fields and when they expire.",
        "since": b"8.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of fields being set.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"fnx",
                        "type": b"pure-token",
                        "display_text": b"fnx",
                        "token": b"FNX",
                    },
                    {
                        "name": b"fxx",
                        "type": b"pure-token",
                        "display_text": b"fxx",
                        "token": b"FXX",
                    },
                ],
            },
            {
                "name": b"expiration",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"seconds",
                        "type": b"integer",
                        "display_text": b"seconds",
                        "token": b"EX",
                    },
                    {
                        "name": b"milliseconds",
                        "type": b"integer",
                        "display_text": b"milliseconds",
                        "token": b"PX",
                    },
                    {
                        "name": b"unix-time-seconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-seconds",
                        "token": b"EXAT",
                    },
                    {
                        "name": b"unix-time-milliseconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-milliseconds",
                        "token": b"PXAT",
                    },
                    {
                        "name": b"keepttl",
                        "type": b"pure-token",
                        "display_text": b"keepttl",
                        "token": b"KEEPTTL",
                    },
                ],
            },
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"data",
                        "type": b"block",
                        "flags": [b"multiple"],
                        "arguments": [
                            {"name": b"field", "type": b"string", "display_text": b"field"},
                            {"name": b"value", "type": b"string", "display_text": b"value"},
                        ],
                    },
                ],
            },
        ],
    },
    b"hsetnx": {
        "summary": b"Set a field unless the hash has it.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"hstrlen": {
        "summary": b"Tell how many bytes the value of a field has.",
        "since": b"3.2.0",
        "group": b"hash",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"field", "type": b"string", "display_text": b"field"},
        ],
    },
    b"httl": {
        "summary": b"Tell how many seconds fields have left to live.",
        "since": b"7.4.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the number of specified fields",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"fields",
                "type": b"block",
                "token": b"FIELDS",
                "arguments": [
                    {"name": b"numfields", "type": b"integer", "display_text": b"numfields"},
                    {
                        "name": b"field",
                        "type": b"string",
                        "display_text": b"field",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"hvals": {
        "summary": b"Tell all values of a hash.",
        "since": b"2.0.0",
        "group": b"hash",
        "complexity": b"O(N) where N is the size of the hash.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"incr": {
        "summary": b"Add one to the integer in a string; an absent key counts as 0.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"incrby": {
        "summary": b"Add an amount to the integer in a string; an absent key counts as 0.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"increment", "type": b"integer", "display_text": b"increment"},
        ],
    },
    b"incrbyfloat": {
        "summary": b"Add an amount, which may be fractional, to the number in a string; computed in 80-bit extended precision.",
        "since": b"2.6.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"increment", "type": b"double", "display_text": b"increment"},
        ],
    },
    b"info": {
        "summary": b"What the server tells of itself, by section.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"Takes several sections.")],
        "arguments": [
            {
                "name": b"section",
                "type": b"string",
                "display_text": b"section",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"keys": {
        "summary": b"All keys whose names match a pattern.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(N) in the number of keys of the database",
        "arguments": [{"name": b"pattern", "type": b"pattern", "display_text": b"pattern"}],
    },
    b"lastsave": {
        "summary": b"When the dataset was last saved, in seconds since the epoch.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"latency": {
        "summary": b"A container for commands about slow events.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"latency|doctor": {
        "summary": b"Advice about slow events, for people.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"latency|graph": {
        "summary": b"A drawing of the slow events of one kind.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [{"name": b"event", "type": b"string", "display_text": b"event"}],
    },
    b"latency|help": {
        "summary": b"List the subcommands.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"latency|histogram": {
        "summary": b"How long commands took, as cumulated counts by powers of two.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of commands with latencies",
        "arguments": [
            {
                "name": b"command",
                "type": b"string",
                "display_text": b"command",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"latency|history": {
        "summary": b"The slow events of one kind.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [{"name": b"event", "type": b"string", "display_text": b"event"}],
    },
    b"latency|latest": {
        "summary": b"The latest slow event of each kind.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"latency|reset": {
        "summary": b"Forget slow events; how many kinds were forgotten.",
        "since": b"2.8.13",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"event",
                "type": b"string",
                "display_text": b"event",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"lcs": {
        "summary": b"The longest common subsequence of two strings, its length, or where its parts stand.",
        "since": b"7.0.0",
        "group": b"string",
        "complexity": b"O(N*M) in the lengths of both strings",
        "arguments": [
            {"name": b"key1", "type": b"key", "display_text": b"key1", "key_spec_index": 0},
            {"name": b"key2", "type": b"key", "display_text": b"key2", "key_spec_index": 0},
            {
                "name": b"len",
                "type": b"pure-token",
                "display_text": b"len",
                "token": b"LEN",
                "flags": [b"optional"],
            },
            {
                "name": b"idx",
                "type": b"pure-token",
                "display_text": b"idx",
                "token": b"IDX",
                "flags": [b"optional"],
            },
            {
                "name": b"min-match-len",
                "type": b"integer",
                "display_text": b"min-match-len",
                "token": b"MINMATCHLEN",
                "flags": [b"optional"],
            },
            {
                "name": b"withmatchlen",
                "type": b"pure-token",
                "display_text": b"withmatchlen",
                "token": b"WITHMATCHLEN",
                "flags": [b"optional"],
            },
        ],
    },
    b"lindex": {
        "summary": b"The element at an index, which counts from the end when it is negative.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the distance of the element from the nearer end",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"index", "type": b"integer", "display_text": b"index"},
        ],
    },
    b"linsert": {
        "summary": b"Put an element before or after the first one equal to a pivot.",
        "since": b"2.2.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements before the pivot",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"where",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"before",
                        "type": b"pure-token",
                        "display_text": b"before",
                        "token": b"BEFORE",
                    },
                    {
                        "name": b"after",
                        "type": b"pure-token",
                        "display_text": b"after",
                        "token": b"AFTER",
                    },
                ],
            },
            {"name": b"pivot", "type": b"string", "display_text": b"pivot"},
            {"name": b"element", "type": b"string", "display_text": b"element"},
        ],
    },
    b"llen": {
        "summary": b"How many elements a list has.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"lmove": {
        "summary": b"Move an element from either end of a list to either end of another, or of the same.",
        "since": b"6.2.0",
        "group": b"list",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
            {
                "name": b"wherefrom",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
            {
                "name": b"whereto",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
        ],
    },
    b"lmpop": {
        "summary": b"Remove and return elements from one end of the first list that has any.",
        "since": b"7.0.0",
        "group": b"list",
        "complexity": b"O(N+M), N being the number of keys and M the number of elements returned",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"where",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"left",
                        "type": b"pure-token",
                        "display_text": b"left",
                        "token": b"LEFT",
                    },
                    {
                        "name": b"right",
                        "type": b"pure-token",
                        "display_text": b"right",
                        "token": b"RIGHT",
                    },
                ],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"lolwut": {
        "summary": b"A piece of art, and the version.",
        "since": b"5.0.0",
        "group": b"server",
        "arguments": [
            {
                "name": b"version",
                "type": b"integer",
                "display_text": b"version",
                "token": b"VERSION",
                "flags": [b"optional"],
            }
        ],
    },
    b"lpop": {
        "summary": b"Remove and return the first element of a list, or several from there on.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements returned",
        "history": [(b"6.2.0", b"The count.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"lpos": {
        "summary": b"Where an element is in a list: the first index, or several.",
        "since": b"6.0.6",
        "group": b"list",
        "complexity": b"O(N), N being the length of the list; less when the matches are near the end where the search starts, or with MAXLEN",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"element", "type": b"string", "display_text": b"element"},
            {
                "name": b"rank",
                "type": b"integer",
                "display_text": b"rank",
                "token": b"RANK",
                "flags": [b"optional"],
            },
            {
                "name": b"num-matches",
                "type": b"integer",
                "display_text": b"num-matches",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"len",
                "type": b"integer",
                "display_text": b"len",
                "token": b"MAXLEN",
                "flags": [b"optional"],
            },
        ],
    },
    b"lpush": {
        "summary": b"Add elements at the front of a list, which is created when absent.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements added",
        "history": [(b"2.4.0", b"Takes several elements.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"element",
                "type": b"string",
                "display_text": b"element",
                "flags": [b"multiple"],
            },
        ],
    },
    b"lpushx": {
        "summary": b"Add elements at the front of a list, but only if it exists.",
        "since": b"2.2.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements added",
        "history": [(b"4.0.0", b"Takes several elements.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"element",
                "type": b"string",
                "display_text": b"element",
                "flags": [b"multiple"],
            },
        ],
    },
    b"lrange": {
        "summary": b"The elements between two indices, both included.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(S+N), S being the distance of the first from the nearer end, N the number of elements returned",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"stop", "type": b"integer", "display_text": b"stop"},
        ],
    },
    b"lrem": {
        "summary": b"Remove elements equal to the one given: the first so many, the last so many, or all.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N+M), N being the length of the list and M the number of elements removed",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"count", "type": b"integer", "display_text": b"count"},
            {"name": b"element", "type": b"string", "display_text": b"element"},
        ],
    },
    b"lset": {
        "summary": b"Replace the element at an index.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the distance of the element from the nearer end",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"index", "type": b"integer", "display_text": b"index"},
            {"name": b"element", "type": b"string", "display_text": b"element"},
        ],
    },
    b"ltrim": {
        "summary": b"Keep only the elements between two indices, both included.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements removed",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"stop", "type": b"integer", "display_text": b"stop"},
        ],
    },
    b"memory": {
        "summary": b"A container for commands about memory.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"memory|doctor": {
        "summary": b"Advice about memory, for people.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"memory|help": {
        "summary": b"List the subcommands.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"memory|malloc-stats": {
        "summary": b"What the allocator tells of itself.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"Depends on how much memory is allocated",
    },
    b"memory|purge": {
        "summary": b"Give memory that is not used back to the system.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"Depends on how much memory is allocated",
    },
    b"memory|stats": {
        "summary": b"Where the memory goes, by name.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"memory|usage": {
        "summary": b"Bytes a key and its value take.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of samples",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"SAMPLES",
                "flags": [b"optional"],
            },
        ],
    },
    b"mget": {
        "summary": b"The strings at several keys; null where there is none or the value is no string.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(N) in the number of keys",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"migrate": {
        "summary": b"Let keys go to another server: they are restored there and, unless they are only copied, deleted here.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"DUMP and DEL here and RESTORE there, for each key; O(N) in the bytes that are sent",
        "history": [
            (b"3.0.0", b"The options COPY and REPLACE."),
            (b"3.0.6", b"The option KEYS."),
            (b"4.0.7", b"The option AUTH."),
            (b"6.0.0", b"The option AUTH2."),
        ],
        "arguments": [
            {"name": b"host", "type": b"string", "display_text": b"host"},
            {"name": b"port", "type": b"integer", "display_text": b"port"},
            {
                "name": b"key-selector",
                "type": b"oneof",
                "arguments": [
                    {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
                    {
                        "name": b"empty-string",
                        "type": b"pure-token",
                        "display_text": b"empty-string",
                        "token": b"",
                    },
                ],
            },
            {"name": b"destination-db", "type": b"integer", "display_text": b"destination-db"},
            {"name": b"timeout", "type": b"integer", "display_text": b"timeout"},
            {
                "name": b"copy",
                "type": b"pure-token",
                "display_text": b"copy",
                "token": b"COPY",
                "since": b"3.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"replace",
                "type": b"pure-token",
                "display_text": b"replace",
                "token": b"REPLACE",
                "since": b"3.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"authentication",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"auth",
                        "type": b"string",
                        "display_text": b"password",
                        "token": b"AUTH",
                        "since": b"4.0.7",
                    },
                    {
                        "name": b"auth2",
                        "type": b"block",
                        "token": b"AUTH2",
                        "since": b"6.0.0",
                        "arguments": [
                            {"name": b"username", "type": b"string", "display_text": b"username"},
                            {"name": b"password", "type": b"string", "display_text": b"password"},
                        ],
                    },
                ],
            },
            {
                "name": b"keys",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "token": b"KEYS",
                "since": b"3.0.6",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"module": {
        "summary": b"A container for commands about modules.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"module|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"module|list": {
        "summary": b"The modules that are loaded.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of modules",
    },
    b"module|load": {
        "summary": b"Load a module.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"path", "type": b"string", "display_text": b"path"},
            {
                "name": b"arg",
                "type": b"string",
                "display_text": b"arg",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"module|loadex": {
        "summary": b"Load a module with configuration.",
        "since": b"7.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"path", "type": b"string", "display_text": b"path"},
            {
                "name": b"configs",
                "type": b"block",
                "token": b"CONFIG",
                "flags": [b"optional", b"multiple", b"multiple_token"],
                "arguments": [
                    {"name": b"name", "type": b"string", "display_text": b"name"},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            },
            {
                "name": b"args",
                "type": b"string",
                "display_text": b"args",
                "token": b"ARGS",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"module|unload": {
        "summary": b"Remove a module.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [{"name": b"name", "type": b"string", "display_text": b"name"}],
    },
    b"monitor": {
        "summary": b"Show this connection what all connections call, one line each.",
        "since": b"1.0.0",
        "group": b"server",
    },
    b"move": {
        "summary": b"Take a key to another database, if that has none of this name.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"db", "type": b"integer", "display_text": b"db"},
        ],
    },
    b"mset": {
        "summary": b"Set several keys at once, whatever they held.",
        "since": b"1.0.1",
        "group": b"string",
        "complexity": b"O(N) in the number of keys",
        "arguments": [
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            }
        ],
    },
    b"msetnx": {
        "summary": b"Set several keys at once if none of them exists.",
        "since": b"1.0.1",
        "group": b"string",
        "complexity": b"O(N) in the number of keys",
        "arguments": [
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            }
        ],
    },
    b"multi": {
        "summary": b"Begin a transaction: what follows is queued until EXEC.",
        "since": b"1.2.0",
        "group": b"transactions",
        "complexity": b"O(1)",
    },
    b"object": {
        "summary": b"What a server knows about the inside of a value.",
        "since": b"2.2.3",
        "group": b"generic",
        "complexity": b"Depends on the subcommand",
    },
    b"object|encoding": {
        "summary": b"The name of the inner representation of a value.",
        "since": b"2.2.3",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"object|freq": {
        "summary": b"The logarithmic access counter of a key, kept under an LFU policy.",
        "since": b"4.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"object|help": {
        "summary": b"The subcommands, a line or two for each.",
        "since": b"6.2.0",
        "group": b"generic",
        "complexity": b"O(1)",
    },
    b"object|idletime": {
        "summary": b"How many seconds a key has not been used.",
        "since": b"2.2.3",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"object|refcount": {
        "summary": b"How many users a value has.",
        "since": b"2.2.3",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"persist": {
        "summary": b"Let a key stay that was to expire.",
        "since": b"2.2.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"pexpire": {
        "summary": b"Let a key expire after some milliseconds.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"The conditions NX, XX, GT and LT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"milliseconds", "type": b"integer", "display_text": b"milliseconds"},
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"7.0.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
        ],
    },
    b"pexpireat": {
        "summary": b"Let a key expire at a time given in milliseconds since 1970.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"The conditions NX, XX, GT and LT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"unix-time-milliseconds",
                "type": b"unix-time",
                "display_text": b"unix-time-milliseconds",
            },
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"7.0.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
        ],
    },
    b"pexpiretime": {
        "summary": b"When a key expires, in milliseconds since 1970; -1 without expiry, -2 without key.",
        "since": b"7.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"pfadd": {
        "summary": b"Add elements to a HyperLogLog; it is created if there is none.",
        "since": b"2.8.9",
        "group": b"hyperloglog",
        "complexity": b"O(1) to add every element.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"element",
                "type": b"string",
                "display_text": b"element",
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"pfcount": {
        "summary": b"Estimate how many different elements were added to a HyperLogLog, or to any of several.",
        "since": b"2.8.9",
        "group": b"hyperloglog",
        "complexity": b"O(1) with a very small average constant time when called with a single key. O(N) with N being the number of keys, and much bigger constant times, when called with multiple keys.",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"pfdebug": {
        "summary": b"Look into a HyperLogLog, or switch off what makes it faster.",
        "since": b"2.8.9",
        "group": b"hyperloglog",
        "complexity": b"N/A",
        "doc_flags": [b"syscmd"],
        "arguments": [
            {"name": b"subcommand", "type": b"string", "display_text": b"subcommand"},
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
        ],
    },
    b"pfmerge": {
        "summary": b"Let a HyperLogLog hold what it and others hold.",
        "since": b"2.8.9",
        "group": b"hyperloglog",
        "complexity": b"O(N) to merge N HyperLogLogs, but with high constant times.",
        "arguments": [
            {"name": b"destkey", "type": b"key", "display_text": b"destkey", "key_spec_index": 0},
            {
                "name": b"sourcekey",
                "type": b"key",
                "display_text": b"sourcekey",
                "key_spec_index": 1,
                "flags": [b"optional", b"multiple"],
            },
        ],
    },
    b"pfselftest": {
        "summary": b"Let the server try its HyperLogLogs.",
        "since": b"2.8.9",
        "group": b"hyperloglog",
        "complexity": b"N/A",
        "doc_flags": [b"syscmd"],
    },
    b"ping": {
        "summary": b"Tell that the server is alive, with the given text if there is one.",
        "since": b"1.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"message",
                "type": b"string",
                "display_text": b"message",
                "flags": [b"optional"],
            }
        ],
    },
    b"psetex": {
        "summary": b"Set a key to a string that expires after some milliseconds.",
        "since": b"2.6.0",
        "group": b"string",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"2.6.12",
        "replaced_by": b"`SET` with the `PX` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"milliseconds", "type": b"integer", "display_text": b"milliseconds"},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"psubscribe": {
        "summary": b"Listen to every channel whose name fits one of the patterns.",
        "since": b"2.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of patterns",
        "arguments": [
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "flags": [b"multiple"],
            }
        ],
    },
    b"psync": {
        "summary": b"Get the dataset, or what is missing of it, and every change from then on.",
        "since": b"2.8.0",
        "group": b"server",
        "arguments": [
            {"name": b"replicationid", "type": b"string", "display_text": b"replicationid"},
            {"name": b"offset", "type": b"integer", "display_text": b"offset"},
        ],
    },
    b"pttl": {
        "summary": b"How many milliseconds a key has left; -1 without expiry, -2 without key.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"2.8.0", b"-2 for an absent key.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"publish": {
        "summary": b"Send a message to all who listen to a channel, by its name or by a pattern.",
        "since": b"2.0.0",
        "group": b"pubsub",
        "complexity": b"O(N+M), N being the number of the channel's listeners, M the number of patterns that anybody listens by",
        "arguments": [
            {"name": b"channel", "type": b"string", "display_text": b"channel"},
            {"name": b"message", "type": b"string", "display_text": b"message"},
        ],
    },
    b"pubsub": {
        "summary": b"A container for commands about subscriptions.",
        "since": b"2.8.0",
        "group": b"pubsub",
        "complexity": b"Depends on subcommand.",
    },
    b"pubsub|channels": {
        "summary": b"The channels that somebody listens to by name.",
        "since": b"2.8.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of channels, if they and the pattern are short",
        "arguments": [
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "flags": [b"optional"],
            }
        ],
    },
    b"pubsub|help": {
        "summary": b"List the subcommands.",
        "since": b"6.2.0",
        "group": b"pubsub",
        "complexity": b"O(1)",
    },
    b"pubsub|numpat": {
        "summary": b"How many different patterns somebody listens by.",
        "since": b"2.8.0",
        "group": b"pubsub",
        "complexity": b"O(1)",
    },
    b"pubsub|numsub": {
        "summary": b"How many listen to each of the channels by name.",
        "since": b"2.8.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of channels asked about",
        "arguments": [
            {
                "name": b"channel",
                "type": b"string",
                "display_text": b"channel",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"pubsub|shardchannels": {
        "summary": b"The shard channels that somebody listens to.",
        "since": b"7.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of shard channels, if they and the pattern are short",
        "arguments": [
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "flags": [b"optional"],
            }
        ],
    },
    b"pubsub|shardnumsub": {
        "summary": b"How many listen to each of the shard channels.",
        "since": b"7.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of shard channels asked about",
        "arguments": [
            {
                "name": b"shardchannel",
                "type": b"string",
                "display_text": b"shardchannel",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"punsubscribe": {
        "summary": b"Give up these patterns, or all.",
        "since": b"2.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of patterns",
        "arguments": [
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"quit": {
        "summary": b"Close the connection.",
        "since": b"1.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"7.2.0",
        "replaced_by": b"just closing the connection",
    },
    b"randomkey": {
        "summary": b"The name of any key.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
    },
    b"readonly": {
        "summary": b"Let this connection read from a replica.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"readwrite": {
        "summary": b"Let this connection no longer read from a replica.",
        "since": b"3.0.0",
        "group": b"cluster",
        "complexity": b"O(1)",
    },
    b"rename": {
        "summary": b"Give a key another name; what had that name is lost.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"newkey", "type": b"key", "display_text": b"newkey", "key_spec_index": 1},
        ],
    },
    b"renamenx": {
        "summary": b"Give a key another name if that one is free.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"3.2.0", b"The same name twice is no error.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"newkey", "type": b"key", "display_text": b"newkey", "key_spec_index": 1},
        ],
    },
    b"replconf": {
        "summary": b"What a replica tells its master.",
        "since": b"3.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "doc_flags": [b"syscmd"],
    },
    b"replicaof": {
        "summary": b"Make the server a replica of another one, or a master again.",
        "since": b"5.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"args",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"host-port",
                        "type": b"block",
                        "arguments": [
                            {"name": b"host", "type": b"string", "display_text": b"host"},
                            {"name": b"port", "type": b"integer", "display_text": b"port"},
                        ],
                    },
                    {
                        "name": b"no-one",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"no",
                                "type": b"pure-token",
                                "display_text": b"no",
                                "token": b"NO",
                            },
                            {
                                "name": b"one",
                                "type": b"pure-token",
                                "display_text": b"one",
                                "token": b"ONE",
                            },
                        ],
                    },
                ],
            }
        ],
    },
    b"reset": {
        "summary": b"Bring the connection into the state it began in.",
        "since": b"6.2.0",
        "group": b"connection",
        "complexity": b"O(1)",
    },
    b"restore": {
        "summary": b"Make a key out of what DUMP gave.",
        "since": b"2.6.0",
        "group": b"generic",
        "complexity": b"O(N) in the size of the value; O(N*log(N)) for a sorted set",
        "history": [
            (b"3.0.0", b"The option REPLACE."),
            (b"5.0.0", b"The option ABSTTL."),
            (b"5.0.0", b"The options IDLETIME and FREQ."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"ttl", "type": b"integer", "display_text": b"ttl"},
            {"name": b"serialized-value", "type": b"string", "display_text": b"serialized-value"},
            {
                "name": b"replace",
                "type": b"pure-token",
                "display_text": b"replace",
                "token": b"REPLACE",
                "since": b"3.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"absttl",
                "type": b"pure-token",
                "display_text": b"absttl",
                "token": b"ABSTTL",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"seconds",
                "type": b"integer",
                "display_text": b"seconds",
                "token": b"IDLETIME",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"frequency",
                "type": b"integer",
                "display_text": b"frequency",
                "token": b"FREQ",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"restore-asking": {
        "summary": b"Make a key out of what DUMP gave, also in a slot that is being taken over.",
        "since": b"3.0.0",
        "group": b"server",
        "complexity": b"O(N) in the size of the value; O(N*log(N)) for a sorted set",
        "doc_flags": [b"syscmd"],
        "history": [
            (b"3.0.0", b"The option REPLACE."),
            (b"5.0.0", b"The option ABSTTL."),
            (b"5.0.0", b"The options IDLETIME and FREQ."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"ttl", "type": b"integer", "display_text": b"ttl"},
            {"name": b"serialized-value", "type": b"string", "display_text": b"serialized-value"},
            {
                "name": b"replace",
                "type": b"pure-token",
                "display_text": b"replace",
                "token": b"REPLACE",
                "since": b"3.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"absttl",
                "type": b"pure-token",
                "display_text": b"absttl",
                "token": b"ABSTTL",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"seconds",
                "type": b"integer",
                "display_text": b"seconds",
                "token": b"IDLETIME",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"frequency",
                "type": b"integer",
                "display_text": b"frequency",
                "token": b"FREQ",
                "since": b"5.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"role": {
        "summary": b"Whether the server is a master or a replica, and who it is connected to.",
        "since": b"2.8.12",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"rpop": {
        "summary": b"Remove and return the last element of a list, or several from there on.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements returned",
        "history": [(b"6.2.0", b"The count.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"rpoplpush": {
        "summary": b"Move the last element of a list to the front of another, or of the same.",
        "since": b"1.2.0",
        "group": b"list",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`LMOVE` with the `RIGHT` and `LEFT` arguments",
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
        ],
    },
    b"rpush": {
        "summary": b"Add elements at the end of a list, which is created when absent.",
        "since": b"1.0.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements added",
        "history": [(b"2.4.0", b"Takes several elements.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"element",
                "type": b"string",
                "display_text": b"element",
                "flags": [b"multiple"],
            },
        ],
    },
    b"rpushx": {
        "summary": b"Add elements at the end of a list, but only if it exists.",
        "since": b"2.2.0",
        "group": b"list",
        "complexity": b"O(N), N being the number of elements added",
        "history": [(b"4.0.0", b"Takes several elements.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"element",
                "type": b"string",
                "display_text": b"element",
                "flags": [b"multiple"],
            },
        ],
    },
    b"sadd": {
        "summary": b"Add members to a set, creating it if need be.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
        "history": [(b"2.4.0", b"Several members in one call.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"multiple"],
            },
        ],
    },
    b"save": {
        "summary": b"Write the dataset to disk while everybody waits.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of keys in all databases",
    },
    b"scan": {
        "summary": b"Walk through the keys of the database, a few with each call.",
        "since": b"2.8.0",
        "group": b"generic",
        "complexity": b"O(1) for a call, O(N) in the number of keys for a whole walk",
        "history": [(b"6.0.0", b"The option TYPE.")],
        "arguments": [
            {"name": b"cursor", "type": b"integer", "display_text": b"cursor"},
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "token": b"MATCH",
                "flags": [b"optional"],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"type",
                "type": b"string",
                "display_text": b"type",
                "token": b"TYPE",
                "since": b"6.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"scard": {
        "summary": b"Tell how many members a set has.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"script": {
        "summary": b"Manage the scripts that the server remembers.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"Depends on subcommand.",
    },
    b"script|debug": {
        "summary": b"Say whether the scripts that follow are run in the debugger.",
        "since": b"3.2.0",
        "group": b"scripting",
        "complexity": b"O(1)",
        "arguments": [
            {
                "name": b"mode",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"yes",
                        "type": b"pure-token",
                        "display_text": b"yes",
                        "token": b"YES",
                    },
                    {
                        "name": b"sync",
                        "type": b"pure-token",
                        "display_text": b"sync",
                        "token": b"SYNC",
                    },
                    {"name": b"no", "type": b"pure-token", "display_text": b"no", "token": b"NO"},
                ],
            }
        ],
    },
    b"script|exists": {
        "summary": b"Tell which scripts are remembered.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"O(N) with N being the number of scripts to check (so checking a single script is an O(1) operation).",
        "arguments": [
            {"name": b"sha1", "type": b"string", "display_text": b"sha1", "flags": [b"multiple"]}
        ],
    },
    b"script|flush": {
        "summary": b"Forget all scripts.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"O(N) with N being the number of scripts in cache",
        "history": [(b"6.2.0", b"The modes ASYNC and SYNC.")],
        "arguments": [
            {
                "name": b"flush-type",
                "type": b"oneof",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"async",
                        "type": b"pure-token",
                        "display_text": b"async",
                        "token": b"ASYNC",
                    },
                    {
                        "name": b"sync",
                        "type": b"pure-token",
                        "display_text": b"sync",
                        "token": b"SYNC",
                    },
                ],
            }
        ],
    },
    b"script|help": {
        "summary": b"The subcommands.",
        "since": b"5.0.0",
        "group": b"scripting",
        "complexity": b"O(1)",
    },
    b"script|kill": {
        "summary": b"End the script that is running.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"O(1)",
    },
    b"script|load": {
        "summary": b"Remember a script without running it.",
        "since": b"2.6.0",
        "group": b"scripting",
        "complexity": b"O(N) with N being the length in bytes of the script body.",
        "arguments": [{"name": b"script", "type": b"string", "display_text": b"script"}],
    },
    b"sdiff": {
        "summary": b"Tell the members of the first set that none of the others has.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the total number of elements in all given sets.",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"sdiffstore": {
        "summary": b"Store the members of the first set that none of the others has.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the total number of elements in all given sets.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
        ],
    },
    b"select": {
        "summary": b"Work on another database from now on.",
        "since": b"1.0.0",
        "group": b"connection",
        "complexity": b"O(1)",
        "arguments": [{"name": b"index", "type": b"integer", "display_text": b"index"}],
    },
    b"set": {
        "summary": b"Set a key to a string, whatever it held before.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "history": [
            (b"2.6.12", b"The options EX, PX, NX and XX."),
            (b"6.0.0", b"The option KEEPTTL."),
            (b"6.2.0", b"The options GET, EXAT and PXAT."),
            (b"7.0.0", b"NX and GET may stand together."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"value", "type": b"string", "display_text": b"value"},
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"2.6.12",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                ],
            },
            {
                "name": b"get",
                "type": b"pure-token",
                "display_text": b"get",
                "token": b"GET",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
            {
                "name": b"expiration",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"seconds",
                        "type": b"integer",
                        "display_text": b"seconds",
                        "token": b"EX",
                        "since": b"2.6.12",
                    },
                    {
                        "name": b"milliseconds",
                        "type": b"integer",
                        "display_text": b"milliseconds",
                        "token": b"PX",
                        "since": b"2.6.12",
                    },
                    {
                        "name": b"unix-time-seconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-seconds",
                        "token": b"EXAT",
                        "since": b"6.2.0",
                    },
                    {
                        "name": b"unix-time-milliseconds",
                        "type": b"unix-time",
                        "display_text": b"unix-time-milliseconds",
                        "token": b"PXAT",
                        "since": b"6.2.0",
                    },
                    {
                        "name": b"keepttl",
                        "type": b"pure-token",
                        "display_text": b"keepttl",
                        "token": b"KEEPTTL",
                        "since": b"6.0.0",
                    },
                ],
            },
        ],
    },
    b"setbit": {
        "summary": b"Set or clear one bit of a string, which grows as far as needed; answers what the bit was.",
        "since": b"2.2.0",
        "group": b"bitmap",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"offset", "type": b"integer", "display_text": b"offset"},
            {"name": b"value", "type": b"integer", "display_text": b"value"},
        ],
    },
    b"setex": {
        "summary": b"Set a key to a string that expires after some seconds.",
        "since": b"2.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"2.6.12",
        "replaced_by": b"`SET` with the `EX` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"seconds", "type": b"integer", "display_text": b"seconds"},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"setnx": {
        "summary": b"Set a key to a string if the key is not there.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"2.6.12",
        "replaced_by": b"`SET` with the `NX` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"setrange": {
        "summary": b"Overwrite a part of a string from a byte position on; what lies before is filled with zero bytes.",
        "since": b"2.2.0",
        "group": b"string",
        "complexity": b"O(N) in the length of the value; more where the string must grow",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"offset", "type": b"integer", "display_text": b"offset"},
            {"name": b"value", "type": b"string", "display_text": b"value"},
        ],
    },
    b"shutdown": {
        "summary": b"Stop the server.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of keys to save; O(1) without saving",
        "history": [(b"7.0.0", b"The options NOW, FORCE and ABORT.")],
        "arguments": [
            {
                "name": b"save-selector",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"nosave",
                        "type": b"pure-token",
                        "display_text": b"nosave",
                        "token": b"NOSAVE",
                    },
                    {
                        "name": b"save",
                        "type": b"pure-token",
                        "display_text": b"save",
                        "token": b"SAVE",
                    },
                ],
            },
            {
                "name": b"now",
                "type": b"pure-token",
                "display_text": b"now",
                "token": b"NOW",
                "since": b"7.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"force",
                "type": b"pure-token",
                "display_text": b"force",
                "token": b"FORCE",
                "since": b"7.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"abort",
                "type": b"pure-token",
                "display_text": b"abort",
                "token": b"ABORT",
                "since": b"7.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"sinter": {
        "summary": b"Tell the members that all the sets have.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N*M) worst case where N is the cardinality of the smallest set and M is the number of sets.",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"sintercard": {
        "summary": b"Count the members that all the sets have, up to a limit.",
        "since": b"7.0.0",
        "group": b"set",
        "complexity": b"O(N*M) worst case where N is the cardinality of the smallest set and M is the number of sets.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"limit",
                "type": b"integer",
                "display_text": b"limit",
                "token": b"LIMIT",
                "flags": [b"optional"],
            },
        ],
    },
    b"sinterstore": {
        "summary": b"Store the members that all the sets have.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N*M) worst case where N is the cardinality of the smallest set and M is the number of sets.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
        ],
    },
    b"sismember": {
        "summary": b"Tell whether something is a member of a set.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
        ],
    },
    b"slaveof": {
        "summary": b"Make the server a replica of another one, or a master again.",
        "since": b"1.0.0",
        "group": b"server",
        "complexity": b"O(1)",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"5.0.0",
        "replaced_by": b"`REPLICAOF`",
        "arguments": [
            {
                "name": b"args",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"host-port",
                        "type": b"block",
                        "arguments": [
                            {"name": b"host", "type": b"string", "display_text": b"host"},
                            {"name": b"port", "type": b"integer", "display_text": b"port"},
                        ],
                    },
                    {
                        "name": b"no-one",
                        "type": b"block",
                        "arguments": [
                            {
                                "name": b"no",
                                "type": b"pure-token",
                                "display_text": b"no",
                                "token": b"NO",
                            },
                            {
                                "name": b"one",
                                "type": b"pure-token",
                                "display_text": b"one",
                                "token": b"ONE",
                            },
                        ],
                    },
                ],
            }
        ],
    },
    b"slowlog": {
        "summary": b"A container for commands about the log of slow commands.",
        "since": b"2.2.12",
        "group": b"server",
        "complexity": b"Depends on subcommand.",
    },
    b"slowlog|get": {
        "summary": b"The newest entries of the log.",
        "since": b"2.2.12",
        "group": b"server",
        "complexity": b"O(N), N being the number of entries returned",
        "history": [(b"4.0.0", b"Tells the client's address and name.")],
        "arguments": [
            {"name": b"count", "type": b"integer", "display_text": b"count", "flags": [b"optional"]}
        ],
    },
    b"slowlog|help": {
        "summary": b"List the subcommands.",
        "since": b"6.2.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"slowlog|len": {
        "summary": b"How many entries the log has.",
        "since": b"2.2.12",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"slowlog|reset": {
        "summary": b"Empty the log.",
        "since": b"2.2.12",
        "group": b"server",
        "complexity": b"O(N), N being the number of entries",
    },
    b"smembers": {
        "summary": b"Tell all members of a set.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the set cardinality.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"smismember": {
        "summary": b"Tell for each of several things whether it is a member of a set.",
        "since": b"6.2.0",
        "group": b"set",
        "complexity": b"O(N) where N is the number of elements being checked for membership",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"multiple"],
            },
        ],
    },
    b"smove": {
        "summary": b"Move a member from one set to another.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"source", "type": b"key", "display_text": b"source", "key_spec_index": 0},
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 1,
            },
            {"name": b"member", "type": b"string", "display_text": b"member"},
        ],
    },
    b"sort": {
        "summary": b"The elements of a list, set or sorted set in order, or what other keys hold for them; they may be stored as a list.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(N+M*log(M)), N being the number of elements and M of those returned; O(N) where nothing is sorted",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"by-pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "key_spec_index": 1,
                "token": b"BY",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
            {
                "name": b"get-pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "key_spec_index": 1,
                "token": b"GET",
                "flags": [b"optional", b"multiple", b"multiple_token"],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"sorting",
                "type": b"pure-token",
                "display_text": b"sorting",
                "token": b"ALPHA",
                "flags": [b"optional"],
            },
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 2,
                "token": b"STORE",
                "flags": [b"optional"],
            },
        ],
    },
    b"sort_ro": {
        "summary": b"The elements of a list, set or sorted set in order, or what other keys hold for them.",
        "since": b"7.0.0",
        "group": b"generic",
        "complexity": b"O(N+M*log(M)), N being the number of elements and M of those returned; O(N) where nothing is sorted",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"by-pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "key_spec_index": 1,
                "token": b"BY",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
            {
                "name": b"get-pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "key_spec_index": 1,
                "token": b"GET",
                "flags": [b"optional", b"multiple", b"multiple_token"],
            },
            {
                "name": b"order",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"asc",
                        "type": b"pure-token",
                        "display_text": b"asc",
                        "token": b"ASC",
                    },
                    {
                        "name": b"desc",
                        "type": b"pure-token",
                        "display_text": b"desc",
                        "token": b"DESC",
                    },
                ],
            },
            {
                "name": b"sorting",
                "type": b"pure-token",
                "display_text": b"sorting",
                "token": b"ALPHA",
                "flags": [b"optional"],
            },
        ],
    },
    b"spop": {
        "summary": b"Take members out of a set at random.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"Without the count argument O(1), otherwise O(N) where N is the value of the passed count.",
        "history": [(b"3.2.0", b"The count.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "since": b"3.2.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"spublish": {
        "summary": b"Send a message to all who listen to a shard channel.",
        "since": b"7.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of listeners",
        "arguments": [
            {"name": b"shardchannel", "type": b"string", "display_text": b"shardchannel"},
            {"name": b"message", "type": b"string", "display_text": b"message"},
        ],
    },
    b"srandmember": {
        "summary": b"Tell members of a set at random.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"Without the count argument O(1), otherwise O(N) where N is the absolute value of the passed count.",
        "history": [(b"2.6.0", b"The count.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "since": b"2.6.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"srem": {
        "summary": b"Take members out of a set.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the number of members to be removed.",
        "history": [(b"2.4.0", b"Several members in one call.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"multiple"],
            },
        ],
    },
    b"sscan": {
        "summary": b"Walk through the members of a set, a page at a time.",
        "since": b"2.8.0",
        "group": b"set",
        "complexity": b"O(1) for every call. O(N) for a complete iteration, including enough command calls for the cursor to return back to 0. N is the number of elements inside the collection.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"cursor", "type": b"integer", "display_text": b"cursor"},
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "token": b"MATCH",
                "flags": [b"optional"],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"ssubscribe": {
        "summary": b"Listen to shard channels.",
        "since": b"7.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of shard channels",
        "arguments": [
            {
                "name": b"shardchannel",
                "type": b"string",
                "display_text": b"shardchannel",
                "flags": [b"multiple"],
            }
        ],
    },
    b"strlen": {
        "summary": b"The length of a string in bytes; 0 for an absent key.",
        "since": b"2.2.0",
        "group": b"string",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"subscribe": {
        "summary": b"Listen to channels.",
        "since": b"2.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of channels",
        "arguments": [
            {
                "name": b"channel",
                "type": b"string",
                "display_text": b"channel",
                "flags": [b"multiple"],
            }
        ],
    },
    b"substr": {
        "summary": b"The old name of GETRANGE.",
        "since": b"1.0.0",
        "group": b"string",
        "complexity": b"O(N) in the length of what is returned",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"2.0.0",
        "replaced_by": b"`GETRANGE`",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"end", "type": b"integer", "display_text": b"end"},
        ],
    },
    b"sunion": {
        "summary": b"Tell the members that any of the sets has.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the total number of elements in all given sets.",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"sunionstore": {
        "summary": b"Store the members that any of the sets has.",
        "since": b"1.0.0",
        "group": b"set",
        "complexity": b"O(N) where N is the total number of elements in all given sets.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
        ],
    },
    b"sunsubscribe": {
        "summary": b"Listen to these shard channels no more, or to none.",
        "since": b"7.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of shard channels",
        "arguments": [
            {
                "name": b"shardchannel",
                "type": b"string",
                "display_text": b"shardchannel",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"swapdb": {
        "summary": b"Exchange two databases: clients that selected one see the other's keys.",
        "since": b"4.0.0",
        "group": b"server",
        "complexity": b"O(N), N being the number of clients that watch or wait for keys of both",
        "arguments": [
            {"name": b"index1", "type": b"integer", "display_text": b"index1"},
            {"name": b"index2", "type": b"integer", "display_text": b"index2"},
        ],
    },
    b"sync": {
        "summary": b"Get the dataset and every change from then on.",
        "since": b"1.0.0",
        "group": b"server",
    },
    b"time": {
        "summary": b"The server's clock: seconds since the epoch, and microseconds of the second.",
        "since": b"2.6.0",
        "group": b"server",
        "complexity": b"O(1)",
    },
    b"touch": {
        "summary": b"Note an access of each key; answers how many are there.",
        "since": b"3.2.1",
        "group": b"generic",
        "complexity": b"O(N) in the number of keys",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"ttl": {
        "summary": b"How many seconds a key has left, rounded; -1 without expiry, -2 without key.",
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "history": [(b"2.8.0", b"-2 for an absent key.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"type": {
        "summary": b'The type of the value at a key, "none" where there is no key.',
        "since": b"1.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"unlink": {
        "summary": b"Delete keys and free their memory later; answers how many were there.",
        "since": b"4.0.0",
        "group": b"generic",
        "complexity": b"O(1) for each key, then O(N) in the background",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"unsubscribe": {
        "summary": b"Listen to these channels no more, or to none.",
        "since": b"2.0.0",
        "group": b"pubsub",
        "complexity": b"O(N), N being the number of channels",
        "arguments": [
            {
                "name": b"channel",
                "type": b"string",
                "display_text": b"channel",
                "flags": [b"optional", b"multiple"],
            }
        ],
    },
    b"unwatch": {
        "summary": b"Watch no key any more.",
        "since": b"2.2.0",
        "group": b"transactions",
        "complexity": b"O(1)",
    },
    b"VADD": {"group": b"module", "module": b"vectorset"},
    b"VCARD": {"group": b"module", "module": b"vectorset"},
    b"VDIM": {"group": b"module", "module": b"vectorset"},
    b"VEMB": {"group": b"module", "module": b"vectorset"},
    b"VGETATTR": {"group": b"module", "module": b"vectorset"},
    b"VINFO": {"group": b"module", "module": b"vectorset"},
    b"VISMEMBER": {"group": b"module", "module": b"vectorset"},
    b"VLINKS": {"group": b"module", "module": b"vectorset"},
    b"VRANDMEMBER": {"group": b"module", "module": b"vectorset"},
    b"VREM": {"group": b"module", "module": b"vectorset"},
    b"VSETATTR": {"group": b"module", "module": b"vectorset"},
    b"VSIM": {"group": b"module", "module": b"vectorset"},
    b"wait": {
        "summary": b"Wait until enough replicas have what this connection wrote; answers how many have.",
        "since": b"3.0.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"numreplicas", "type": b"integer", "display_text": b"numreplicas"},
            {"name": b"timeout", "type": b"integer", "display_text": b"timeout"},
        ],
    },
    b"waitaof": {
        "summary": b"Wait until what this connection wrote is on disk here and at enough replicas.",
        "since": b"7.2.0",
        "group": b"generic",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"numlocal", "type": b"integer", "display_text": b"numlocal"},
            {"name": b"numreplicas", "type": b"integer", "display_text": b"numreplicas"},
            {"name": b"timeout", "type": b"integer", "display_text": b"timeout"},
        ],
    },
    b"watch": {
        "summary": b"Make the next transaction depend on these keys staying as they are.",
        "since": b"2.2.0",
        "group": b"transactions",
        "complexity": b"O(1) for every key.",
        "arguments": [
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            }
        ],
    },
    b"xack": {
        "summary": b"Take entries off the pending ones of a group: they have been dealt with.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1) for each message ID processed.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {"name": b"id", "type": b"string", "display_text": b"id", "flags": [b"multiple"]},
        ],
    },
    b"xackdel": {
        "summary": b"Take entries off the pending ones of a group, and delete them from the stream.",
        "since": b"8.2.0",
        "group": b"stream",
        "complexity": b"O(1) for each message ID processed.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"keepref",
                        "type": b"pure-token",
                        "display_text": b"keepref",
                        "token": b"KEEPREF",
                    },
                    {
                        "name": b"delref",
                        "type": b"pure-token",
                        "display_text": b"delref",
                        "token": b"DELREF",
                    },
                    {
                        "name": b"acked",
                        "type": b"pure-token",
                        "display_text": b"acked",
                        "token": b"ACKED",
                    },
                ],
            },
            {
                "name": b"ids",
                "type": b"block",
                "token": b"IDS",
                "arguments": [
                    {"name": b"numids", "type": b"integer", "display_text": b"numids"},
                    {
                        "name": b"id",
                        "type": b"string",
                        "display_text": b"id",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"xadd": {
        "summary": b"Append an entry to a stream, trimming the stream if asked.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1) when adding a new entry, O(N) when trimming where N being the number of entries evicted.",
        "history": [
            (b"6.2.0", b"NOMKSTREAM, MINID and LIMIT."),
            (b"7.0.0", b"IDs of the form `<ms>-*`."),
            (b"8.2.0", b"KEEPREF, DELREF and ACKED."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"nomkstream",
                "type": b"pure-token",
                "display_text": b"nomkstream",
                "token": b"NOMKSTREAM",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"keepref",
                        "type": b"pure-token",
                        "display_text": b"keepref",
                        "token": b"KEEPREF",
                    },
                    {
                        "name": b"delref",
                        "type": b"pure-token",
                        "display_text": b"delref",
                        "token": b"DELREF",
                    },
                    {
                        "name": b"acked",
                        "type": b"pure-token",
                        "display_text": b"acked",
                        "token": b"ACKED",
                    },
                ],
            },
            {
                "name": b"trim",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"strategy",
                        "type": b"oneof",
                        "arguments": [
                            {
                                "name": b"maxlen",
                                "type": b"pure-token",
                                "display_text": b"maxlen",
                                "token": b"MAXLEN",
                            },
                            {
                                "name": b"minid",
                                "type": b"pure-token",
                                "display_text": b"minid",
                                "token": b"MINID",
                                "since": b"6.2.0",
                            },
                        ],
                    },
                    {
                        "name": b"operator",
                        "type": b"oneof",
                        "flags": [b"optional"],
                        "arguments": [
                            {
                                "name": b"equal",
                                "type": b"pure-token",
                                "display_text": b"equal",
                                "token": b"=",
                            },
                            {
                                "name": b"approximately",
                                "type": b"pure-token",
                                "display_text": b"approximately",
                                "token": b"~",
                            },
                        ],
                    },
                    {"name": b"threshold", "type": b"string", "display_text": b"threshold"},
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"LIMIT",
                        "since": b"6.2.0",
                        "flags": [b"optional"],
                    },
                ],
            },
            {
                "name": b"id-selector",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"auto-id",
                        "type": b"pure-token",
                        "display_text": b"auto-id",
                        "token": b"*",
                    },
                    {"name": b"id", "type": b"string", "display_text": b"id"},
                ],
            },
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"field", "type": b"string", "display_text": b"field"},
                    {"name": b"value", "type": b"string", "display_text": b"value"},
                ],
            },
        ],
    },
    b"xautoclaim": {
        "summary": b"Take over pending entries of a group that have been idle for long.",
        "since": b"6.2.0",
        "group": b"stream",
        "complexity": b"O(1) if COUNT is small.",
        "history": [
            (
                b"7.0.0",
                b"Entries that were deleted are told in a third element and leave the list of pending ones.",
            )
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {"name": b"consumer", "type": b"string", "display_text": b"consumer"},
            {"name": b"min-idle-time", "type": b"string", "display_text": b"min-idle-time"},
            {"name": b"start", "type": b"string", "display_text": b"start"},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"justid",
                "type": b"pure-token",
                "display_text": b"justid",
                "token": b"JUSTID",
                "flags": [b"optional"],
            },
        ],
    },
    b"xclaim": {
        "summary": b"Make a consumer the owner of pending entries of a group.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(log N) with N being the number of messages in the PEL of the consumer group.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {"name": b"consumer", "type": b"string", "display_text": b"consumer"},
            {"name": b"min-idle-time", "type": b"string", "display_text": b"min-idle-time"},
            {"name": b"id", "type": b"string", "display_text": b"id", "flags": [b"multiple"]},
            {
                "name": b"ms",
                "type": b"integer",
                "display_text": b"ms",
                "token": b"IDLE",
                "flags": [b"optional"],
            },
            {
                "name": b"unix-time-milliseconds",
                "type": b"unix-time",
                "display_text": b"unix-time-milliseconds",
                "token": b"TIME",
                "flags": [b"optional"],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"RETRYCOUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"force",
                "type": b"pure-token",
                "display_text": b"force",
                "token": b"FORCE",
                "flags": [b"optional"],
            },
            {
                "name": b"justid",
                "type": b"pure-token",
                "display_text": b"justid",
                "token": b"JUSTID",
                "flags": [b"optional"],
            },
            {
                "name": b"lastid",
                "type": b"string",
                "display_text": b"lastid",
                "token": b"LASTID",
                "flags": [b"optional"],
            },
        ],
    },
    b"xdel": {
        "summary": b"Delete entries of a stream.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1) for each single item to delete in the stream, regardless of the stream size.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"id", "type": b"string", "display_text": b"id", "flags": [b"multiple"]},
        ],
    },
    b"xdelex": {
        "summary": b"Delete entries of a stream, and say what is to become of references to them in groups.",
        "since": b"8.2.0",
        "group": b"stream",
        "complexity": b"O(1) for each single item to delete in the stream, regardless of the stream size.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"condition",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"keepref",
                        "type": b"pure-token",
                        "display_text": b"keepref",
                        "token": b"KEEPREF",
                    },
                    {
                        "name": b"delref",
                        "type": b"pure-token",
                        "display_text": b"delref",
                        "token": b"DELREF",
                    },
                    {
                        "name": b"acked",
                        "type": b"pure-token",
                        "display_text": b"acked",
                        "token": b"ACKED",
                    },
                ],
            },
            {
                "name": b"ids",
                "type": b"block",
                "token": b"IDS",
                "arguments": [
                    {"name": b"numids", "type": b"integer", "display_text": b"numids"},
                    {
                        "name": b"id",
                        "type": b"string",
                        "display_text": b"id",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"xgroup": {
        "summary": b"Consumer groups of a stream.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"Depends on subcommand.",
    },
    b"xgroup|create": {
        "summary": b"Make a consumer group.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"ENTRIESREAD.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {
                "name": b"id-selector",
                "type": b"oneof",
                "arguments": [
                    {"name": b"id", "type": b"string", "display_text": b"id"},
                    {
                        "name": b"new-id",
                        "type": b"pure-token",
                        "display_text": b"new-id",
                        "token": b"$",
                    },
                ],
            },
            {
                "name": b"mkstream",
                "type": b"pure-token",
                "display_text": b"mkstream",
                "token": b"MKSTREAM",
                "flags": [b"optional"],
            },
            {
                "name": b"entriesread",
                "type": b"integer",
                "display_text": b"entries-read",
                "token": b"ENTRIESREAD",
                "flags": [b"optional"],
            },
        ],
    },
    b"xgroup|createconsumer": {
        "summary": b"Make a consumer of a group.",
        "since": b"6.2.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {"name": b"consumer", "type": b"string", "display_text": b"consumer"},
        ],
    },
    b"xgroup|delconsumer": {
        "summary": b"Remove a consumer of a group, and what is pending with it.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {"name": b"consumer", "type": b"string", "display_text": b"consumer"},
        ],
    },
    b"xgroup|destroy": {
        "summary": b"Remove a group with its consumers and all that is pending.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(N) where N is the number of entries in the group's pending entries list (PEL).",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
        ],
    },
    b"xgroup|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
    },
    b"xgroup|setid": {
        "summary": b"Set behind which ID a group goes on.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"ENTRIESREAD.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {
                "name": b"id-selector",
                "type": b"oneof",
                "arguments": [
                    {"name": b"id", "type": b"string", "display_text": b"id"},
                    {
                        "name": b"new-id",
                        "type": b"pure-token",
                        "display_text": b"new-id",
                        "token": b"$",
                    },
                ],
            },
            {
                "name": b"entriesread",
                "type": b"integer",
                "display_text": b"entries-read",
                "token": b"ENTRIESREAD",
                "flags": [b"optional"],
            },
        ],
    },
    b"xinfo": {
        "summary": b"What a server knows about a stream and its groups.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"Depends on subcommand.",
    },
    b"xinfo|consumers": {
        "summary": b"The consumers of a group.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [(b"7.2.0", b"inactive; idle counts from the last attempt.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
        ],
    },
    b"xinfo|groups": {
        "summary": b"The groups of a stream.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"entries-read and lag.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"xinfo|help": {
        "summary": b"List the subcommands.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
    },
    b"xinfo|stream": {
        "summary": b"The state of a stream; in full with entries and groups.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [
            (b"6.0.0", b"FULL."),
            (
                b"7.0.0",
                b"max-deleted-entry-id, entries-added, recorded-first-entry-id; entries-read and lag of groups.",
            ),
            (b"7.2.0", b"active-time; seen-time is that of the last attempt."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"full-block",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"full",
                        "type": b"pure-token",
                        "display_text": b"full",
                        "token": b"FULL",
                    },
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"COUNT",
                        "flags": [b"optional"],
                    },
                ],
            },
        ],
    },
    b"xlen": {
        "summary": b"How many entries a stream has.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"xpending": {
        "summary": b"What of a group is pending: a summary, or entry by entry who has it, for how long, and how often it was delivered.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(N) with N being the number of elements returned, so asking for a small fixed number of entries per call is O(1). O(M), where M is the total number of entries scanned when used with the IDLE filter. When the command returns just the summary and the list of consumers is small, it runs in O(1) time; otherwise, an additional O(N) time for iterating every consumer.",
        "history": [(b"6.2.0", b"IDLE, and bounds that are left out.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"group", "type": b"string", "display_text": b"group"},
            {
                "name": b"filters",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"min-idle-time",
                        "type": b"integer",
                        "display_text": b"min-idle-time",
                        "token": b"IDLE",
                        "since": b"6.2.0",
                        "flags": [b"optional"],
                    },
                    {"name": b"start", "type": b"string", "display_text": b"start"},
                    {"name": b"end", "type": b"string", "display_text": b"end"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                    {
                        "name": b"consumer",
                        "type": b"string",
                        "display_text": b"consumer",
                        "flags": [b"optional"],
                    },
                ],
            },
        ],
    },
    b"xrange": {
        "summary": b"Entries whose IDs lie between two, from the oldest on.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(N) with N being the number of elements being returned. If N is constant (e.g. always asking for the first 10 elements with COUNT), you can consider it O(1).",
        "history": [(b"6.2.0", b"`(` in front of an ID leaves it out.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"string", "display_text": b"start"},
            {"name": b"end", "type": b"string", "display_text": b"end"},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"xread": {
        "summary": b"Read entries of streams that are greater than IDs; may wait for them.",
        "since": b"5.0.0",
        "group": b"stream",
        "arguments": [
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"milliseconds",
                "type": b"integer",
                "display_text": b"milliseconds",
                "token": b"BLOCK",
                "flags": [b"optional"],
            },
            {
                "name": b"streams",
                "type": b"block",
                "token": b"STREAMS",
                "arguments": [
                    {
                        "name": b"key",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 0,
                        "flags": [b"multiple"],
                    },
                    {
                        "name": b"id",
                        "type": b"string",
                        "display_text": b"id",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"xreadgroup": {
        "summary": b"Read entries of streams as a consumer of a group; may wait for new ones.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"For each stream mentioned: O(M) with M being the number of elements returned. If M is constant (e.g. always asking for the first 10 elements with COUNT), you can consider it O(1). On the other side when XREADGROUP blocks, XADD will pay the O(N) time in order to serve the N clients blocked on the stream getting new data.",
        "arguments": [
            {
                "name": b"group-block",
                "type": b"block",
                "token": b"GROUP",
                "arguments": [
                    {"name": b"group", "type": b"string", "display_text": b"group"},
                    {"name": b"consumer", "type": b"string", "display_text": b"consumer"},
                ],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
            {
                "name": b"milliseconds",
                "type": b"integer",
                "display_text": b"milliseconds",
                "token": b"BLOCK",
                "flags": [b"optional"],
            },
            {
                "name": b"noack",
                "type": b"pure-token",
                "display_text": b"noack",
                "token": b"NOACK",
                "flags": [b"optional"],
            },
            {
                "name": b"streams",
                "type": b"block",
                "token": b"STREAMS",
                "arguments": [
                    {
                        "name": b"key",
                        "type": b"key",
                        "display_text": b"key",
                        "key_spec_index": 0,
                        "flags": [b"multiple"],
                    },
                    {
                        "name": b"id",
                        "type": b"string",
                        "display_text": b"id",
                        "flags": [b"multiple"],
                    },
                ],
            },
        ],
    },
    b"xrevrange": {
        "summary": b"Entries whose IDs lie between two, from the newest on.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(N) with N being the number of elements returned. If N is constant (e.g. always asking for the first 10 elements with COUNT), you can consider it O(1).",
        "history": [(b"6.2.0", b"`(` in front of an ID leaves it out.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"end", "type": b"string", "display_text": b"end"},
            {"name": b"start", "type": b"string", "display_text": b"start"},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"xsetid": {
        "summary": b"Set the last ID of a stream; also how many entries were added, and the greatest ID deleted.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(1)",
        "history": [(b"7.0.0", b"ENTRIESADDED and MAXDELETEDID.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"last-id", "type": b"string", "display_text": b"last-id"},
            {
                "name": b"entries-added",
                "type": b"integer",
                "display_text": b"entries-added",
                "token": b"ENTRIESADDED",
                "since": b"7.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"max-deleted-id",
                "type": b"string",
                "display_text": b"max-deleted-id",
                "token": b"MAXDELETEDID",
                "since": b"7.0.0",
                "flags": [b"optional"],
            },
        ],
    },
    b"xtrim": {
        "summary": b"Delete the oldest entries of a stream down to a length or an ID.",
        "since": b"5.0.0",
        "group": b"stream",
        "complexity": b"O(N), with N being the number of evicted entries. Constant times are very small however, since entries are organized in macro nodes containing multiple entries that can be released with a single deallocation.",
        "history": [(b"6.2.0", b"MINID and LIMIT."), (b"8.2.0", b"KEEPREF, DELREF and ACKED.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"trim",
                "type": b"block",
                "arguments": [
                    {
                        "name": b"strategy",
                        "type": b"oneof",
                        "arguments": [
                            {
                                "name": b"maxlen",
                                "type": b"pure-token",
                                "display_text": b"maxlen",
                                "token": b"MAXLEN",
                            },
                            {
                                "name": b"minid",
                                "type": b"pure-token",
                                "display_text": b"minid",
                                "token": b"MINID",
                                "since": b"6.2.0",
                            },
                        ],
                    },
                    {
                        "name": b"operator",
                        "type": b"oneof",
                        "flags": [b"optional"],
                        "arguments": [
                            {
                                "name": b"equal",
                                "type": b"pure-token",
                                "display_text": b"equal",
                                "token": b"=",
                            },
                            {
                                "name": b"approximately",
                                "type": b"pure-token",
                                "display_text": b"approximately",
                                "token": b"~",
                            },
                        ],
                    },
                    {"name": b"threshold", "type": b"string", "display_text": b"threshold"},
                    {
                        "name": b"count",
                        "type": b"integer",
                        "display_text": b"count",
                        "token": b"LIMIT",
                        "since": b"6.2.0",
                        "flags": [b"optional"],
                    },
                    {
                        "name": b"condition",
                        "type": b"oneof",
                        "flags": [b"optional"],
                        "arguments": [
                            {
                                "name": b"keepref",
                                "type": b"pure-token",
                                "display_text": b"keepref",
                                "token": b"KEEPREF",
                            },
                            {
                                "name": b"delref",
                                "type": b"pure-token",
                                "display_text": b"delref",
                                "token": b"DELREF",
                            },
                            {
                                "name": b"acked",
                                "type": b"pure-token",
                                "display_text": b"acked",
                                "token": b"ACKED",
                            },
                        ],
                    },
                ],
            },
        ],
    },
    b"zadd": {
        "summary": b"Give members a score, adding those that are new.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) for each item added, where N is the number of elements in the sorted set.",
        "history": [
            (b"2.4.0", b"Several members in one call."),
            (b"3.0.2", b"The options NX, XX, CH and INCR."),
            (b"6.2.0", b"The options GT and LT."),
        ],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"condition",
                "type": b"oneof",
                "since": b"3.0.2",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"nx", "type": b"pure-token", "display_text": b"nx", "token": b"NX"},
                    {"name": b"xx", "type": b"pure-token", "display_text": b"xx", "token": b"XX"},
                ],
            },
            {
                "name": b"comparison",
                "type": b"oneof",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"gt", "type": b"pure-token", "display_text": b"gt", "token": b"GT"},
                    {"name": b"lt", "type": b"pure-token", "display_text": b"lt", "token": b"LT"},
                ],
            },
            {
                "name": b"change",
                "type": b"pure-token",
                "display_text": b"change",
                "token": b"CH",
                "since": b"3.0.2",
                "flags": [b"optional"],
            },
            {
                "name": b"increment",
                "type": b"pure-token",
                "display_text": b"increment",
                "token": b"INCR",
                "since": b"3.0.2",
                "flags": [b"optional"],
            },
            {
                "name": b"data",
                "type": b"block",
                "flags": [b"multiple"],
                "arguments": [
                    {"name": b"score", "type": b"double", "display_text": b"score"},
                    {"name": b"member", "type": b"string", "display_text": b"member"},
                ],
            },
        ],
    },
    b"zcard": {
        "summary": b"How many members a sorted set has.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0}
        ],
    },
    b"zcount": {
        "summary": b"How many members have a score between two bounds.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) with N being the number of elements in the sorted set.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"double", "display_text": b"min"},
            {"name": b"max", "type": b"double", "display_text": b"max"},
        ],
    },
    b"zdiff": {
        "summary": b"The members of the first sorted set that none of the others has.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(L + (N-K)log(N)) worst case where L is the total number of elements in all the sets, N is the size of the first set, and K is the size of the result set.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
        ],
    },
    b"zdiffstore": {
        "summary": b"Store the members of the first sorted set that none of the others has.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(L + (N-K)log(N)) worst case where L is the total number of elements in all the sets, N is the size of the first set, and K is the size of the result set.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
        ],
    },
    b"zincrby": {
        "summary": b"Add to a member's score, starting from 0 when it is new.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) where N is the number of elements in the sorted set.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"increment", "type": b"integer", "display_text": b"increment"},
            {"name": b"member", "type": b"string", "display_text": b"member"},
        ],
    },
    b"zinter": {
        "summary": b"The members that all of several sorted sets have, their scores added up.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(N*K)+O(M*log(M)) worst case with N being the smallest input sorted set, K being the number of input sorted sets and M being the number of elements in the resulting sorted set.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"weight",
                "type": b"integer",
                "display_text": b"weight",
                "token": b"WEIGHTS",
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"aggregate",
                "type": b"oneof",
                "token": b"AGGREGATE",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"sum",
                        "type": b"pure-token",
                        "display_text": b"sum",
                        "token": b"SUM",
                    },
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
        ],
    },
    b"zintercard": {
        "summary": b"How many members all of several sorted sets have.",
        "since": b"7.0.0",
        "group": b"sorted-set",
        "complexity": b"O(N*K) worst case with N being the smallest input sorted set, K being the number of input sorted sets.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"limit",
                "type": b"integer",
                "display_text": b"limit",
                "token": b"LIMIT",
                "flags": [b"optional"],
            },
        ],
    },
    b"zinterstore": {
        "summary": b"Store the members that all of several sorted sets have.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(N*K)+O(M*log(M)) worst case with N being the smallest input sorted set, K being the number of input sorted sets and M being the number of elements in the resulting sorted set.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
            {
                "name": b"weight",
                "type": b"integer",
                "display_text": b"weight",
                "token": b"WEIGHTS",
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"aggregate",
                "type": b"oneof",
                "token": b"AGGREGATE",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"sum",
                        "type": b"pure-token",
                        "display_text": b"sum",
                        "token": b"SUM",
                    },
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
        ],
    },
    b"zlexcount": {
        "summary": b"How many members are between two others, where all scores are equal.",
        "since": b"2.8.9",
        "group": b"sorted-set",
        "complexity": b"O(log(N)) with N being the number of elements in the sorted set.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"string", "display_text": b"min"},
            {"name": b"max", "type": b"string", "display_text": b"max"},
        ],
    },
    b"zmpop": {
        "summary": b"Take members away from the first of several sorted sets that has any.",
        "since": b"7.0.0",
        "group": b"sorted-set",
        "complexity": b"O(K) + O(M*log(N)) where K is the number of provided keys, N being the number of elements in the sorted set, and M being the number of elements popped.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"where",
                "type": b"oneof",
                "arguments": [
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"zmscore": {
        "summary": b"The scores of several members.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(N) where N is the number of members being requested.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"multiple"],
            },
        ],
    },
    b"zpopmax": {
        "summary": b"Take away the members of the highest scores.",
        "since": b"5.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)*M) with N being the number of elements in the sorted set, and M being the number of elements popped.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "flags": [b"optional"],
            },
        ],
    },
    b"zpopmin": {
        "summary": b"Take away the members of the lowest scores.",
        "since": b"5.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)*M) with N being the number of elements in the sorted set, and M being the number of elements popped.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "flags": [b"optional"],
            },
        ],
    },
    b"zrandmember": {
        "summary": b"Random members.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(N) where N is the number of members returned",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"options",
                "type": b"block",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                    {
                        "name": b"withscores",
                        "type": b"pure-token",
                        "display_text": b"withscores",
                        "token": b"WITHSCORES",
                        "flags": [b"optional"],
                    },
                ],
            },
        ],
    },
    b"zrange": {
        "summary": b"The members of a range: of ranks, scores or members.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements returned.",
        "history": [(b"6.2.0", b"The options REV, BYSCORE, BYLEX and LIMIT.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"string", "display_text": b"start"},
            {"name": b"stop", "type": b"string", "display_text": b"stop"},
            {
                "name": b"sortby",
                "type": b"oneof",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"byscore",
                        "type": b"pure-token",
                        "display_text": b"byscore",
                        "token": b"BYSCORE",
                    },
                    {
                        "name": b"bylex",
                        "type": b"pure-token",
                        "display_text": b"bylex",
                        "token": b"BYLEX",
                    },
                ],
            },
            {
                "name": b"rev",
                "type": b"pure-token",
                "display_text": b"rev",
                "token": b"REV",
                "since": b"6.2.0",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "since": b"6.2.0",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
        ],
    },
    b"zrangebylex": {
        "summary": b"The members between two others, where all scores are equal.",
        "since": b"2.8.9",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements being returned. If M is constant (e.g. always asking for the first 10 elements with LIMIT), you can consider it O(log(N)).",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`ZRANGE` with the `BYLEX` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"string", "display_text": b"min"},
            {"name": b"max", "type": b"string", "display_text": b"max"},
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
        ],
    },
    b"zrangebyscore": {
        "summary": b"The members whose score is between two bounds.",
        "since": b"1.0.5",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements being returned. If M is constant (e.g. always asking for the first 10 elements with LIMIT), you can consider it O(log(N)).",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`ZRANGE` with the `BYSCORE` argument",
        "history": [(b"2.0.0", b"The option WITHSCORES.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"double", "display_text": b"min"},
            {"name": b"max", "type": b"double", "display_text": b"max"},
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "since": b"2.0.0",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
        ],
    },
    b"zrangestore": {
        "summary": b"Store the members of a range, with their scores, in another key.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements stored into the destination key.",
        "arguments": [
            {"name": b"dst", "type": b"key", "display_text": b"dst", "key_spec_index": 0},
            {"name": b"src", "type": b"key", "display_text": b"src", "key_spec_index": 1},
            {"name": b"min", "type": b"string", "display_text": b"min"},
            {"name": b"max", "type": b"string", "display_text": b"max"},
            {
                "name": b"sortby",
                "type": b"oneof",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"byscore",
                        "type": b"pure-token",
                        "display_text": b"byscore",
                        "token": b"BYSCORE",
                    },
                    {
                        "name": b"bylex",
                        "type": b"pure-token",
                        "display_text": b"bylex",
                        "token": b"BYLEX",
                    },
                ],
            },
            {
                "name": b"rev",
                "type": b"pure-token",
                "display_text": b"rev",
                "token": b"REV",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
        ],
    },
    b"zrank": {
        "summary": b"How many members come before one, counted from the lowest score.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N))",
        "history": [(b"7.2.0", b"The option WITHSCORE.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
            {
                "name": b"withscore",
                "type": b"pure-token",
                "display_text": b"withscore",
                "token": b"WITHSCORE",
                "flags": [b"optional"],
            },
        ],
    },
    b"zrem": {
        "summary": b"Remove members.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(M*log(N)) with N being the number of elements in the sorted set and M the number of elements to be removed.",
        "history": [(b"2.4.0", b"Several members in one call.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {
                "name": b"member",
                "type": b"string",
                "display_text": b"member",
                "flags": [b"multiple"],
            },
        ],
    },
    b"zremrangebylex": {
        "summary": b"Remove the members between two others, where all scores are equal.",
        "since": b"2.8.9",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements removed by the operation.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"string", "display_text": b"min"},
            {"name": b"max", "type": b"string", "display_text": b"max"},
        ],
    },
    b"zremrangebyrank": {
        "summary": b"Remove the members of a range of ranks.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements removed by the operation.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"stop", "type": b"integer", "display_text": b"stop"},
        ],
    },
    b"zremrangebyscore": {
        "summary": b"Remove the members whose score is between two bounds.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements removed by the operation.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"min", "type": b"double", "display_text": b"min"},
            {"name": b"max", "type": b"double", "display_text": b"max"},
        ],
    },
    b"zrevrange": {
        "summary": b"The members of a range of ranks, from the highest score down.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements returned.",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`ZRANGE` with the `REV` argument",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"start", "type": b"integer", "display_text": b"start"},
            {"name": b"stop", "type": b"integer", "display_text": b"stop"},
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
        ],
    },
    b"zrevrangebylex": {
        "summary": b"The members between two others, where all scores are equal, from the last to the first.",
        "since": b"2.8.9",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements being returned. If M is constant (e.g. always asking for the first 10 elements with LIMIT), you can consider it O(log(N)).",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`ZRANGE` with the `REV` and `BYLEX` arguments",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"max", "type": b"string", "display_text": b"max"},
            {"name": b"min", "type": b"string", "display_text": b"min"},
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
        ],
    },
    b"zrevrangebyscore": {
        "summary": b"The members whose score is between two bounds, from the highest down.",
        "since": b"2.2.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements being returned. If M is constant (e.g. always asking for the first 10 elements with LIMIT), you can consider it O(log(N)).",
        "doc_flags": [b"deprecated"],
        "deprecated_since": b"6.2.0",
        "replaced_by": b"`ZRANGE` with the `REV` and `BYSCORE` arguments",
        "history": [(b"2.1.6", b"Bounds may exclude themselves.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"max", "type": b"double", "display_text": b"max"},
            {"name": b"min", "type": b"double", "display_text": b"min"},
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
            {
                "name": b"limit",
                "type": b"block",
                "token": b"LIMIT",
                "flags": [b"optional"],
                "arguments": [
                    {"name": b"offset", "type": b"integer", "display_text": b"offset"},
                    {"name": b"count", "type": b"integer", "display_text": b"count"},
                ],
            },
        ],
    },
    b"zrevrank": {
        "summary": b"How many members come before one, counted from the highest score.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(log(N))",
        "history": [(b"7.2.0", b"The option WITHSCORE.")],
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
            {
                "name": b"withscore",
                "type": b"pure-token",
                "display_text": b"withscore",
                "token": b"WITHSCORE",
                "flags": [b"optional"],
            },
        ],
    },
    b"zscan": {
        "summary": b"Walk through the members and scores, some at a time.",
        "since": b"2.8.0",
        "group": b"sorted-set",
        "complexity": b"O(1) for every call. O(N) for a complete iteration, including enough command calls for the cursor to return back to 0. N is the number of elements inside the collection.",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"cursor", "type": b"integer", "display_text": b"cursor"},
            {
                "name": b"pattern",
                "type": b"pattern",
                "display_text": b"pattern",
                "token": b"MATCH",
                "flags": [b"optional"],
            },
            {
                "name": b"count",
                "type": b"integer",
                "display_text": b"count",
                "token": b"COUNT",
                "flags": [b"optional"],
            },
        ],
    },
    b"zscore": {
        "summary": b"The score of a member.",
        "since": b"1.2.0",
        "group": b"sorted-set",
        "complexity": b"O(1)",
        "arguments": [
            {"name": b"key", "type": b"key", "display_text": b"key", "key_spec_index": 0},
            {"name": b"member", "type": b"string", "display_text": b"member"},
        ],
    },
    b"zunion": {
        "summary": b"The union of sorted sets, the scores of a member in several of them added up.",
        "since": b"6.2.0",
        "group": b"sorted-set",
        "complexity": b"O(N)+O(M*log(M)) with N being the sum of the sizes of the input sorted sets, and M being the number of elements in the resulting sorted set.",
        "arguments": [
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 0,
                "flags": [b"multiple"],
            },
            {
                "name": b"weight",
                "type": b"integer",
                "display_text": b"weight",
                "token": b"WEIGHTS",
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"aggregate",
                "type": b"oneof",
                "token": b"AGGREGATE",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"sum",
                        "type": b"pure-token",
                        "display_text": b"sum",
                        "token": b"SUM",
                    },
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
            {
                "name": b"withscores",
                "type": b"pure-token",
                "display_text": b"withscores",
                "token": b"WITHSCORES",
                "flags": [b"optional"],
            },
        ],
    },
    b"zunionstore": {
        "summary": b"Store the union of sorted sets.",
        "since": b"2.0.0",
        "group": b"sorted-set",
        "complexity": b"O(N)+O(M log(M)) with N being the sum of the sizes of the input sorted sets, and M being the number of elements in the resulting sorted set.",
        "arguments": [
            {
                "name": b"destination",
                "type": b"key",
                "display_text": b"destination",
                "key_spec_index": 0,
            },
            {"name": b"numkeys", "type": b"integer", "display_text": b"numkeys"},
            {
                "name": b"key",
                "type": b"key",
                "display_text": b"key",
                "key_spec_index": 1,
                "flags": [b"multiple"],
            },
            {
                "name": b"weight",
                "type": b"integer",
                "display_text": b"weight",
                "token": b"WEIGHTS",
                "flags": [b"optional", b"multiple"],
            },
            {
                "name": b"aggregate",
                "type": b"oneof",
                "token": b"AGGREGATE",
                "flags": [b"optional"],
                "arguments": [
                    {
                        "name": b"sum",
                        "type": b"pure-token",
                        "display_text": b"sum",
                        "token": b"SUM",
                    },
                    {
                        "name": b"min",
                        "type": b"pure-token",
                        "display_text": b"min",
                        "token": b"MIN",
                    },
                    {
                        "name": b"max",
                        "type": b"pure-token",
                        "display_text": b"max",
                        "token": b"MAX",
                    },
                ],
            },
        ],
    },
}
