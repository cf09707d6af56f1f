# misconception: You give the largest score everything. Softmax gives every score a share.
q3_largest_share = 1.0
q3_ratio = 7.389
