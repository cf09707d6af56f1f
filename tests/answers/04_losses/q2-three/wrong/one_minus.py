# misconception: That is the mean of 1 - p. The loss of a sample is minus the logarithm of p.
q2_loss = 17 / 24
q2_typical = 0.25
