"""Tests of what stands between the suite and a server."""
