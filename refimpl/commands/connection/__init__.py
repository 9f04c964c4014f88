"""Commands about the connection: who is there, what it speaks, how it is treated."""

from refimpl.commands.connection import basics, client, control, kill, tracking
from refimpl.commands.connection import list as listing

__all__ = ["basics", "client", "control", "kill", "listing", "tracking"]
