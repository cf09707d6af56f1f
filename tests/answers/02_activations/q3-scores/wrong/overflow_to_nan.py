# misconception: The powers overflow and the share is NaN.
q3_largest_share = float("nan")
q3_ratio = 7.389
