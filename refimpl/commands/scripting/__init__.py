"""EVAL and SCRIPT, FCALL and FUNCTION."""

from refimpl.commands.scripting import evaluate, script

__all__ = ["evaluate", "script"]
