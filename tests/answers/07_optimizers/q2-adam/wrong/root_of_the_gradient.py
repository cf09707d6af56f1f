# misconception: You divide by the root of the gradient. v_hat is its square, and the root
#   of that is 500.
q2_far = 0.01 * 500 / 500**0.5
q2_bytes = 2 * 4 * 9610
