# misconception: You take the slope at x = 1. The curve is steepest at 0.
q2_largest_slope = 0.1966
q2_ten_sigmoids = 0.1966 ** 10
