# misconception: That is the product of the three probabilities. One probability for all three
#   samples is its cube root.
q2_loss = float(2 * np.log(2))
q2_typical = 1 / 64
