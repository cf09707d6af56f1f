"""`python -m workbench VERB`: the same verbs on Linux, macOS and Windows."""

import sys

# Before anything is imported that an older Python cannot read, and in words that it can.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Error: Python 3.11 or newer is needed; this is " + sys.version.split()[0])

from workbench.cli import main

sys.exit(main(sys.argv[1:]))
