"""Tests of the self-test: quick ones, without a server."""
