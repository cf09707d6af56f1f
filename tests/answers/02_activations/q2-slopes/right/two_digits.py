# style: Decimals, two significant digits.
q2_largest_slope = 0.25
q2_ten_sigmoids = 9.5e-7
