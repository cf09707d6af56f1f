# misconception: The memory is given in KB instead of bytes.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4 // 1024
q3_multiplications = 20 * 50 * 30
