"""`python -m grader VERB`, which is `grader VERB` where the console script is not on the path."""

import sys

try:
    from grader.cli import main
except ModuleNotFoundError as error:  # the package alone needs NumPy and nothing else
    print(
        f"Error: {error.name} is missing, which the grader needs: "
        "pip install -c constraints.txt -e '.[instructor]'",
        file=sys.stderr,
    )
    sys.exit(2)

if __name__ == "__main__":
    main()
