"""`python -m workbench VERB`: the same verbs on Linux, macOS and Windows."""

import sys

# This comes before the other imports, in syntax that an older Python can parse: its user gets
# a message instead of a SyntaxError.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Error: Python 3.11 or newer is needed; this is " + sys.version.split()[0])

from workbench.cli import main

sys.exit(main(sys.argv[1:]))
