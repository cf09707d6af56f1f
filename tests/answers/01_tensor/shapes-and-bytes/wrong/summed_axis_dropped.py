# misconception: keepdims=True is overlooked, so the summed axis is dropped from the shape.
q1_shape = (10,)
q2_bytes = 64 * 3 * 32 * 32 * 4
q3_multiplications = 20 * 50 * 30
