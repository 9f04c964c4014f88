"""Measurements of refimpl beside a real Redis and fakeredis, as ratios of one interleaved run."""
