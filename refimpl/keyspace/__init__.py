"""Databases: keys, expiry, keyspace events."""
