"""Which release of Redis the server behaves like."""

VERSION = "8.2.3"
