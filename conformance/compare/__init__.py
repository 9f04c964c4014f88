"""Comparing what a server said with what was expected.

`text` turns the spec's scalars into bytes, `errors` finds whether a line is a given error, `expect`
compares with a written-down reply, `shape` with a reply branch, `rules` compares two replies.
"""
