# misconception: You leave out the bias correction. With it m_hat is the gradient and v_hat
#   its square.
# rank: 11
q2_far = 0.01 * 0.1 * 500 / (0.001 * 500**2) ** 0.5
q2_bytes = 2 * 4 * 9610
