"""The entry point: `aidememoire`, or `python -m aidememoire`."""

from __future__ import annotations

import signal
import sys

STOPPED = 130


def main() -> None:
    """Run the command line. Loading it takes half a second, in which Ctrl-C must not show the program's insides."""
    try:
        from aidememoire.views.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    finally:
        # All is done or undone by now: Ctrl-C while the interpreter takes itself down would turn 0 into a failure.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
