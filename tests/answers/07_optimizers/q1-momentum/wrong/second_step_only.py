# misconception: That is the second step alone. Add the first one, which is 0.1.
# rank: 12
q1_two = 0.19
q1_long = 1.0
