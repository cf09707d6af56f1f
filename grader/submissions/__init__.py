"""From the files that students hand in to notebooks that can be graded."""
