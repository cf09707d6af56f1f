"""The conventions of a source notebook, as `make check` asks for them; see `docs/adding-a-module.md`.

Each rule takes a notebook and yields a `Found` for every place that breaks it.
"""
