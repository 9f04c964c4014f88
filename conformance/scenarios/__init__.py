"""Hand-written tests: several connections, limits, and what takes more than a step can say."""
