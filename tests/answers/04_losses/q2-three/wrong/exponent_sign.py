# misconception: You compute exp(loss). The probability is exp(-loss).
q2_loss = float(2 * np.log(2))
q2_typical = float(np.exp(2 * np.log(2)))
