# misconception: You give the difference of the scores. Its exponential is the ratio of the shares.
q3_largest_share = 0.665
q3_ratio = 2
