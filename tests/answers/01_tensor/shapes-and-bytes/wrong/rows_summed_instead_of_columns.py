# misconception: axis=0 is taken for the axis that stays.
q1_shape = (64, 1)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
