"""What a student works with: open the notebook, check it, export it, hand it in.

This folder is part of every student edition, as it is. It needs nothing of the instructor's tooling, and
`python -m workbench` needs nothing at all to start: it sets up the rest.
"""
