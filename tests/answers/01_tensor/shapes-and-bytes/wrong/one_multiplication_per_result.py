# misconception: You count one multiplication for each result. Each takes 50, one for each place of
#   the inner axis.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 30
