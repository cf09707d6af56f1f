# misconception: Four to the power of ten is given: the slope is inverted.
q2_largest_slope = 0.25
q2_ten_sigmoids = 4 ** 10
