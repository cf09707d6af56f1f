# misconception: You take the sigmoid's value at 0. Its slope there is s (1 - s).
q2_largest_slope = 0.5
q2_ten_sigmoids = 0.5 ** 10
