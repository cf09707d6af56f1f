# misconception: The sign is turned. The question asks how far the weight moves, a positive
#   number.
q1_two = -0.29
q1_long = -1.0
