# misconception: The ratio is turned round: the smallest over the largest.
q3_largest_share = 0.6652
q3_ratio = 0.1353
