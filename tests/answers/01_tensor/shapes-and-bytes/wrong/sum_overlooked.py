# misconception: You give the shape before the sum. Axis 0 is summed.
q1_shape = (64, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
