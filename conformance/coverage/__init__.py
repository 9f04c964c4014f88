"""Spec coverage: which clauses of the spec a run exercised, measured like code coverage."""
