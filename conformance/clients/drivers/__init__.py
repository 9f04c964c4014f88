"""Sessions with client libraries, each a program that prints what its client returns.

    python -m conformance.clients.drivers.coredis_session HOST PORT PROTOCOL
    node conformance/clients/drivers/node/redis.mjs HOST PORT PROTOCOL

A line of JSON for each step: its name and what the client gave, or ``{"error": …}`` with what it
raised. The last line is ``["end", true]``. What a session prints against a real server is what it
must print against any other.
"""

ABSENT = 77
"""The exit status of a session whose library is not there, or too old for the protocol."""
