# misconception: You compare the largest share with the middle one. The smallest is asked for.
q3_largest_share = 0.665
q3_ratio = 2.718
