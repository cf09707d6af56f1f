# misconception: You give the slope of one sigmoid. Ten of them in a row multiply their slopes.
q2_largest_slope = 0.25
q2_ten_sigmoids = 0.25
