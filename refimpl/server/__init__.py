"""The composition root: configuration, wiring, main."""
