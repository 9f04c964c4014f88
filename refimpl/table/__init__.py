"""The generated command table and argument parsers, and what they call."""
