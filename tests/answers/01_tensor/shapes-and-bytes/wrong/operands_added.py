# misconception: The numbers of the two matrices are added up.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 + 50 * 30
