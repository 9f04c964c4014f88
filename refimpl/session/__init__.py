"""A client's state: connection, transaction, blocking, and the call object handlers are given."""
