# misconception: The share is given in percent.
q3_largest_share = 66.524
q3_ratio = 7.389
