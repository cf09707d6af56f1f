# misconception: You keep the inner dimension 128. It goes away in the product.
q1_shape = (1, 128)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
