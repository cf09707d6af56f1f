# misconception: Softmax subtracts the maximum, so nothing overflows and nothing is NaN. The
#   probability is an ordinary number.
q6_loss = 200
q6_probability = float("nan")
