# style: a loop over the probabilities
q2_loss = 0.0
for p in (0.5, 0.25, 0.125):
    q2_loss -= float(np.log(p)) / 3
q2_typical = float(np.exp(-q2_loss))
