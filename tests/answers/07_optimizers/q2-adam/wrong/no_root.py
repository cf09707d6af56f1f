# misconception: You divide by v_hat itself. Adam divides by its root, which is 500.
q2_far = 0.01 * 500 / 500**2
q2_bytes = 2 * 4 * 9610
