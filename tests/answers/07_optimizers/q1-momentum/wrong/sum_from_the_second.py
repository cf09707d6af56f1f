# misconception: You leave out the newest gradient. The velocity is 1 + 0.9 + 0.81 + …,
#   which starts with 1.
q1_two = 0.1 * 0.9 + 0.1 * 1.71
q1_long = 0.1 * 0.9 / (1 - 0.9)
