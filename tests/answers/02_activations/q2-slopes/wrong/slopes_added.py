# misconception: You add the slopes. In a chain they are multiplied.
q2_largest_slope = 0.25
q2_ten_sigmoids = 10 * 0.25
