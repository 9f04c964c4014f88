"""One suite that judges any Redis-compatible server."""
