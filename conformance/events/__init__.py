"""Keyspace events: which ones the steps of every example cause, in order.

`recorded/<group>.yaml` holds what a real server of the latest release told; the tests compare any
server of that release with it, and those of other releases with what `effects.events` declares.
`python -m conformance.events TARGET` records anew.
"""
