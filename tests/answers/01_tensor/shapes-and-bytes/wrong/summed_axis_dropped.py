# misconception: You drop the summed axis. keepdims=True keeps it, with the length 1.
q1_shape = (10,)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
