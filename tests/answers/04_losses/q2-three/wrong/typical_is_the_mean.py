# misconception: You take the mean of the probabilities. The same cross-entropy comes from
#   exp(-loss).
# rank: 12
q2_loss = float(2 * np.log(2))
q2_typical = 7 / 24
