# misconception: A number is taken to cost 8 bytes, as in float64.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 8
q3_multiplications = 20 * 50 * 30
