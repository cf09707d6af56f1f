# misconception: You count numbers. Each takes 4 bytes.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32
q3_multiplications = 20 * 50 * 30
