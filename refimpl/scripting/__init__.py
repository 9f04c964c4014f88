"""Lua: EVAL's scripts, the libraries of FUNCTION, and the sandbox they run in."""
