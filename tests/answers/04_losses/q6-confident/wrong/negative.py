# misconception: The loss has a minus sign before the logarithm, so it is not negative.
q6_loss = -200
q6_probability = 0
