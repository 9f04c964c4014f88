"""`python -m conformance.selftest.serve MUTANT-ID [options of refimpl]`: a server with a fault.

Beside `conformance/targets/refimpl.py` this command is the only thing in the suite that touches the
reference server from inside: it lets the mutant's patch (see `surgery`) change it, and runs it.
Exits with status 2 when there is no such mutant or its patch doesn't fit the server any more.
"""

from __future__ import annotations

import sys

from conformance.blame import ClientError
from conformance.selftest.mutant import Misfit
from conformance.selftest.mutants import mutant_named


def main(arguments: list[str]) -> int:
    """Patch and serve; the exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    identity, *options = arguments
    try:
        mutant_named(identity).patch()
    except (ClientError, Misfit) as error:
        print(f"{identity}: {error}", file=sys.stderr)
        return 2
    from refimpl.__main__ import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
