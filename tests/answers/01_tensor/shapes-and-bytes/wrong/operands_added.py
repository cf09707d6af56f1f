# misconception: You add up the sizes of the two matrices. Each result takes one multiplication per
#   place of the inner axis.
q1_shape = (1, 10)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 + 50 * 30
