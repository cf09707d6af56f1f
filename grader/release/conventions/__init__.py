"""The conventions of a source notebook, which `grader check` asks for; see docs/adding-a-module.md.

Each rule takes a notebook and yields a `Found` for every place that breaks it.
"""
