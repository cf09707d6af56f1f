# misconception: You round the product to 0. It is small, but two significant digits of it are asked
#   for.
q2_largest_slope = 0.25
q2_ten_sigmoids = round(0.25 ** 10, 5)
