# misconception: The scores are divided by their sum; exp is missing.
q3_largest_share = 1002 / (1000 + 1001 + 1002)
q3_ratio = 1002 / 1000
