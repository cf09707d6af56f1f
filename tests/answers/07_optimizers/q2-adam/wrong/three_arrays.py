# misconception: You count three arrays. Adam keeps two for each parameter, m and v; t is a
#   single number.
q2_far = 0.01
q2_bytes = 3 * 4 * 9610
