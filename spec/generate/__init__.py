"""Writes Python and documents from the specification; --check tells whether they are fresh."""
