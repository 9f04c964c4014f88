"""A RESP client of the suite's own, so that a codec bug in the server cannot cancel itself.

`values` are what a server can say, `decoder` turns bytes into them, `encoder` turns a command into
bytes, `transport` moves bytes, `client` puts these together.
"""
