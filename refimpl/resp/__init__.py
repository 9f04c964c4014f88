"""RESP2 and RESP3, sans-IO: bytes to requests, values to reply bytes."""
