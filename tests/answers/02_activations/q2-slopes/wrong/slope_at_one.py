# misconception: The slope is computed at x = 1 instead of where the curve is steepest.
q2_largest_slope = 0.1966
q2_ten_sigmoids = 0.1966 ** 10
