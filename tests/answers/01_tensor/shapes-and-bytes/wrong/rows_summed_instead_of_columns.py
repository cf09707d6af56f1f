# misconception: You keep axis 0. axis=0 is the axis that is summed.
q1_shape = (64, 1)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
