"""Entry point of the program: hands the commands what draws, loaded only when asked for."""

import sys


def main() -> int:
    """Run the program with the arguments of the process."""
    return 0


if __name__ == "__main__":
    sys.exit(main())
