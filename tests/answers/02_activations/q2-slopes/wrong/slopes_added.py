# misconception: The slopes of the chain are added instead of multiplied.
q2_largest_slope = 0.25
q2_ten_sigmoids = 10 * 0.25
