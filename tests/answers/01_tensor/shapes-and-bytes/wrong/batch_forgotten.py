# misconception: You count one image. The batch has 64 of them.
q1_shape = (1, 10)
q2_bytes = 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
