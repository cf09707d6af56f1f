# misconception: You multiply nine slopes. There are ten sigmoids.
q2_largest_slope = 0.25
q2_ten_sigmoids = 0.25 ** 9
