# misconception: The sign is turned. The question asks how far the weight moves, a positive
#   number.
q2_far = -0.01
q2_bytes = 2 * 4 * 9610
