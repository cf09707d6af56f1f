# misconception: You multiply the learning rate by the gradient, as SGD does. Adam divides
#   by the root of v_hat, which is as large as the gradient.
# rank: 10
q2_far = 0.01 * 500
q2_bytes = 2 * 4 * 9610
