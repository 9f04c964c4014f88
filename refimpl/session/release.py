"""Which release of Redis the server behaves like."""

VERSION = "8.2.3"

OWN_VERSION = "0.1.0"
"""The release of this program, as pyproject.toml has it."""
