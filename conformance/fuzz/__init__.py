"""Differential fuzzing: two servers, the same calls, every reply and the keyspace compared.

The generator is compiled from the grammars of the specification, so a command that is specified is
a command that is fuzzed. What may differ between two right servers is stated in the specification
(`nondeterministic`, `approximate`, `compare`, `effects.resync`) and nowhere here.
"""
