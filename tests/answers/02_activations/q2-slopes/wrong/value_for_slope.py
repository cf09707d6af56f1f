# misconception: The value of the sigmoid at 0 is taken for its slope.
q2_largest_slope = 0.5
q2_ten_sigmoids = 0.5 ** 10
