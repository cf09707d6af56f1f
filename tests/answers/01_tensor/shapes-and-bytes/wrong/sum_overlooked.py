# misconception: The shape before the sum is given.
q1_shape = (64, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
