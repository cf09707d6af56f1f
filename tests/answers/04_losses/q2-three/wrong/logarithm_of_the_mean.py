# misconception: You average the probabilities first. Take the logarithm of each, then the mean.
# rank: 11
q2_loss = float(-np.log(7 / 24))
q2_typical = 0.25
