"""Unmodified clients against any server: redis-py, redis-cli, redis-benchmark.

Where the rest of the suite compares bytes, these tests ask whether programs that people use get
along with the server: what they send when they connect, what they make of its answers, what they
need to reconnect. A client that isn't installed is skipped, with that as the reason.
"""
