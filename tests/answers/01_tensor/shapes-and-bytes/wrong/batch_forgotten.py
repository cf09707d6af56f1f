# misconception: The bytes of one image are given, the batch is forgotten.
q1_shape = (1, 10)
q2_bytes = 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
