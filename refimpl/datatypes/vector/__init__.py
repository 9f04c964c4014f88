"""Vector sets: single-precision arithmetic, the vectors, the set, and filters over attributes."""
