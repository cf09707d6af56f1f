# misconception: You count 8 bytes for a number, as in float64. A Tensor is float32: 4 bytes.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 8
q3_multiplications = 20 * 50 * 30
