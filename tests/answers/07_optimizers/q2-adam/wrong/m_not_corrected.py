# misconception: You leave m as it is, only a tenth of the gradient. The bias correction
#   makes it whole.
q2_far = 0.01 * 0.1
q2_bytes = 2 * 4 * 9610
