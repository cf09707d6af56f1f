# misconception: The largest share is compared with the middle one instead of the smallest.
q3_largest_share = 0.665
q3_ratio = 2.718
