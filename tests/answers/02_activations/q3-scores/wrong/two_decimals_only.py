# misconception: The share is rounded to two decimals where three are asked for.
q3_largest_share = 0.67
q3_ratio = 7.39
