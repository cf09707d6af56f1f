"""From a file that was handed in to a notebook that can be graded."""
