# misconception: You divide the scores by their sum. Take exp of each first.
q3_largest_share = 1002 / (1000 + 1001 + 1002)
q3_ratio = 1002 / 1000
