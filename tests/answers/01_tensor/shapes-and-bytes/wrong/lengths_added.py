# misconception: You add the lengths of the axes. Multiply them.
q1_shape = (1, 10)
q2_bytes = (64 + 3 + 32 + 32) * 4
q3_multiplications = 20 * 50 * 30
