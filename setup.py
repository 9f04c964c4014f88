"""The optional compiled build: with REFIMPL_COMPILE=1 the hot modules become machine code.

mypyc compiles the very source that otherwise runs as it is. All else about the package stands in
pyproject.toml; without the variable nothing is compiled, and no compiler is needed.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).parent
COMPILER = "mypy>=2.4"

# What a request goes through, and what it touches there: mypyc is good at what it knows all of.
# Loading, configuring, reporting, scripting and rare commands would double the time it takes.
HOT = """
refimpl/build.py
refimpl/commands/connection/basics.py
refimpl/commands/generic/expiry.py
refimpl/commands/generic/keys.py
refimpl/commands/hash/*.py
refimpl/commands/list/*.py
refimpl/commands/set.py
refimpl/commands/sorted_set/*.py
refimpl/commands/string/*.py
refimpl/datatypes/*.py
refimpl/execute/pipeline.py
refimpl/keyspace/database.py
refimpl/keyspace/moment.py
refimpl/keyspace/size_counts.py
refimpl/keyspace/statistics.py
refimpl/reactor/loop.py
refimpl/reactor/network.py
refimpl/resp/*.py
refimpl/server/io_threads.py
refimpl/server/networking.py
refimpl/server/server.py
refimpl/session/blocking.py
refimpl/session/call.py
refimpl/session/client.py
refimpl/session/registry.py
refimpl/session/state.py
refimpl/session/statistics.py
refimpl/session/turns.py
refimpl/table/command.py
refimpl/table/convert.py
refimpl/table/failure.py
refimpl/table/generated/generic.py
refimpl/table/generated/hash.py
refimpl/table/generated/list.py
refimpl/table/generated/set.py
refimpl/table/generated/sorted_set.py
refimpl/table/generated/string.py
"""

# It holds a class that inherits from bytes, which mypyc can't make.
UNSUITABLE = {"refimpl/datatypes/string.py"}


def hot_modules() -> list[str]:
    """The modules to compile, as paths from the repository's root."""
    found = {str(path.relative_to(ROOT)) for pattern in HOT.split() for path in ROOT.glob(pattern)}
    return sorted(path for path in found - UNSUITABLE if not path.endswith("__init__.py"))


def main() -> None:
    """What pip and build call."""
    if os.environ.get("REFIMPL_COMPILE") != "1":
        setup()
        return
    try:
        from mypyc.build import mypycify
    except ImportError:  # the first call, which asks what the build requires
        setup(setup_requires=[COMPILER])
        return
    # One group, so that a call from one module to another is a call in C; a file for each module,
    # because one for all takes the C compiler gigabytes.
    extensions = mypycify(
        hot_modules(), opt_level="2", debug_level="0", multi_file=True, group_name="refimpl"
    )
    setup(setup_requires=[COMPILER], ext_modules=extensions)


if __name__ == "__main__":
    main()
