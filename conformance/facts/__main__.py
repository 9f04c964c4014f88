"""``python -m conformance.facts ADDRESS``: where our tables differ from a live server's."""

from __future__ import annotations

import argparse
import sys

from conformance.blame import HarnessFailure
from conformance.facts.compare import compare
from conformance.targets.probe import probe
from conformance.wire.address import parse_address
from conformance.wire.client import Client
from spec.model.load import behaviour, load


def main() -> int:
    """Exit status: 0 no difference, 1 differences, 2 the server can't be asked."""
    parser = argparse.ArgumentParser(prog="python -m conformance.facts", description=__doc__)
    parser.add_argument("address", help="tcp://host:port, host:port or unix:PATH")
    parser.add_argument("--unspecified", action="store_true", help="list what the spec lacks")
    parser.add_argument(
        "--defaults", action="store_true", help="compare parameters' values: on a fresh server"
    )
    options = parser.parse_args()
    address = parse_address(options.address)
    try:
        identity = probe(address, owned=False)
    except HarnessFailure as failure:
        print(failure, file=sys.stderr)
        return 2
    spec = load(identity.family, identity.version_text)
    parameters = behaviour("config")["parameters"]
    client = Client.connect(address)
    try:
        result = compare(
            spec,
            client,
            {item["name"]: item for item in parameters},
            behaviour("info"),
            defaults=options.defaults,
        )
    finally:
        client.close()
    for difference in result.differences:
        print(difference)
    for name in result.missing:
        print(f"{name}: specified, but the server doesn't have it")
    if options.unspecified:
        print("not specified yet:", " ".join(result.unspecified))
    print(
        f"{identity}: {result.compared} facts compared, {len(result.differences)} differ; "
        f"{len(result.missing)} commands missing there, {len(result.unspecified)} not specified"
    )
    return 1 if result.differences or result.missing else 0


if __name__ == "__main__":
    sys.exit(main())
