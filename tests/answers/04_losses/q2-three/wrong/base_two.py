# misconception: That is the logarithm to base 2. The natural logarithm is np.log.
q2_loss = 2
q2_typical = 0.25
