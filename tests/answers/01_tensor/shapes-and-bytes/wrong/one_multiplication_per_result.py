# misconception: One multiplication per number of the result is counted, although each takes 50.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 30
