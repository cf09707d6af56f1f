# misconception: You round to one digit. Two significant digits are asked for.
q2_largest_slope = 1 / 4
q2_ten_sigmoids = 1e-6
