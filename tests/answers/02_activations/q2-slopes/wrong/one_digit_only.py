# misconception: The product is rounded to one significant digit, a millionth.
q2_largest_slope = 1 / 4
q2_ten_sigmoids = 1e-6
