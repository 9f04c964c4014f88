"""The conformance suite: one set of tests for every server that speaks the protocol."""
