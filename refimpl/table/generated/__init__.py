# Generated from spec/ by `python -m spec generate`; do not edit.
"""The command table and argument parsers."""
