# misconception: You count the inner dimension twice. Multiply rows, inner dimension and columns.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 50 * 30
