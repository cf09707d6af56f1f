# style: Numbers worked out beforehand.
q1_shape = (1, 10)
q2_bytes = 786432
q3_multiplications = 30_000
