# misconception: That is the loss of two equal scores. Here they differ by 200.
q6_loss = float(np.log(2))
q6_probability = 0
