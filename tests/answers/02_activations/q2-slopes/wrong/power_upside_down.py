# misconception: You take 4 to the power of 10. The slope is 1/4, so the product is small.
q2_largest_slope = 0.25
q2_ten_sigmoids = 4 ** 10
