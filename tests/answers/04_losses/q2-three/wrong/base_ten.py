# misconception: That is the logarithm to base 10. The natural logarithm is np.log.
q2_loss = float(np.log10(4))
q2_typical = 0.25
