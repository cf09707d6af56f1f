# misconception: Your powers overflow. Subtract the largest score from all three first.
q3_largest_share = float("nan")
q3_ratio = 7.389
