# misconception: The product is rounded to 0, which has no significant digit.
q2_largest_slope = 0.25
q2_ten_sigmoids = round(0.25 ** 10, 5)
