# misconception: That is the loss again. Which probability p has -log p equal to it?
q2_loss = float(2 * np.log(2))
q2_typical = float(2 * np.log(2))
