# misconception: That is the loss of the sample with the smallest probability. The cross-entropy
#   is the mean of all three.
q2_loss = float(3 * np.log(2))
q2_typical = 1 / 8
