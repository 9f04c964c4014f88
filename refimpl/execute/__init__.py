"""From a request to its effects: gates, parser, handler, statistics."""
