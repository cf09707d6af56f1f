# style: A tuple without brackets, the numbers in steps.
q1_shape = 1, 10
image = 3 * 32 * 32
q2_bytes = 4 * (64 * image)
q3_multiplications = (20 * 30) * 50
