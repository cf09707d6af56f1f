# misconception: The loss has a minus sign: logarithms of probabilities are negative.
q2_loss = float(-2 * np.log(2))
q2_typical = float(np.exp(-2 * np.log(2)))
