# style: Fractions of whole numbers.
q2_largest_slope = 1 / 4
q2_ten_sigmoids = 1 / 4 ** 10
