# misconception: You keep the whole velocity, which then grows without end. Only 0.9 of it
#   is kept at each step.
# rank: 11
q1_two = 0.1 + 0.1 * 2
q1_long = float("inf")
