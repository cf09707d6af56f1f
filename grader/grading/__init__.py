"""Grade a class, with nbgrader's kernels or with the isolated engine."""
