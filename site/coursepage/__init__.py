"""The Sphinx extensions of the course's pages, one concept each."""
