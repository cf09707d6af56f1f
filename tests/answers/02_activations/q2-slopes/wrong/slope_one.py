# misconception: The largest slope is taken to be 1, as for tanh and ReLU.
q2_largest_slope = 1.0
q2_ten_sigmoids = 1.0 ** 10
