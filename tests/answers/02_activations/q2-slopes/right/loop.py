# style: The slope at s = 0.5, multiplied ten times.
s = 0.5
q2_largest_slope = s * (1 - s)
q2_ten_sigmoids = 1.0
for _ in range(10):
    q2_ten_sigmoids *= q2_largest_slope
