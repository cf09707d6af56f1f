# misconception: The powers have the base 2 instead of e.
q3_largest_share = 4 / (1 + 2 + 4)
q3_ratio = 4.0
