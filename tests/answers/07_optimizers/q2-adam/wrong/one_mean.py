# misconception: That is one mean for each parameter. Adam keeps two, m and v.
# rank: 10
q2_far = 0.01
q2_bytes = 4 * 9610
