"""Writes the readmission year to standard output, one CloudEvent a line."""

import json
import sys

from examples.year import events


def main() -> None:
    """Write every event as one line of JSON."""
    for event in events():
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")


main()
