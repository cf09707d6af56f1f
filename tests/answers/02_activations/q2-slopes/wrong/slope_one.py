# misconception: You take 1 for the largest slope, as for tanh. For the sigmoid it is the largest
#   value of s (1 - s).
q2_largest_slope = 1.0
q2_ten_sigmoids = 1.0 ** 10
