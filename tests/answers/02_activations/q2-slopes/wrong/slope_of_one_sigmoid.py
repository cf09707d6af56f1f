# misconception: A chain of ten is taken to have the slope of one.
q2_largest_slope = 0.25
q2_ten_sigmoids = 0.25
