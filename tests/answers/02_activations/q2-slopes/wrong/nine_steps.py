# misconception: Ten sigmoids are taken for nine multiplications by a quarter.
q2_largest_slope = 0.25
q2_ten_sigmoids = 0.25 ** 9
