"""Loading, resolving by version, and interpreting the specification."""
