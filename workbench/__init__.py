"""What a student works with: open the notebook, check it, export it, hand it in.

Every student edition contains this folder unchanged. It imports nothing of the instructor's
tooling. `python -m workbench` needs only the standard library to start; it installs the rest.
"""
