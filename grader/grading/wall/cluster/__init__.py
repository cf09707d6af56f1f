"""Grade on more than one machine, with Dask."""
