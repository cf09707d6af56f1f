# misconception: That is the sum of the three losses. The cross-entropy is their mean.
# rank: 10
q2_loss = float(6 * np.log(2))
q2_typical = 0.25
