"""The executable specification: YAML, its model, and the generator."""
