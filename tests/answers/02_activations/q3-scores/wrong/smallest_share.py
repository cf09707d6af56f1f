# misconception: The smallest of the three probabilities is given.
q3_largest_share = 0.0900
q3_ratio = 7.389
