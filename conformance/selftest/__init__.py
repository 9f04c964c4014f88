"""The suite tested: servers with one seeded fault each, and whether some test notices.

    python -m conformance.selftest                    all mutants, the score, the survivors
    pytest conformance --target=mutant:ID             the suite on one of them
    python -m conformance.selftest.serve ID --port 0  just the server

A mutant that survives is a clause of the spec that nobody tries: what is missing is a test.
"""
