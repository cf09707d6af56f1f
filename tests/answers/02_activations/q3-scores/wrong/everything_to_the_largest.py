# misconception: The largest score is taken to get the whole probability.
q3_largest_share = 1.0
q3_ratio = 7.389
