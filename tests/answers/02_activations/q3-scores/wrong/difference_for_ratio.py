# misconception: The difference of the scores is given for the ratio of the shares.
q3_largest_share = 0.665
q3_ratio = 2
