"""EVAL and SCRIPT, FCALL and FUNCTION."""

from refimpl.commands.scripting import evaluate, fcall, function, script

__all__ = ["evaluate", "fcall", "function", "script"]
