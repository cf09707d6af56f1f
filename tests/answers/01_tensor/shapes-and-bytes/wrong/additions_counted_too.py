# misconception: You count the additions too. Only the multiplications are asked for.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 2 * 20 * 50 * 30
