# style: the cube root of the product
q2_typical = (1 / 2 * 1 / 4 * 1 / 8) ** (1 / 3)
q2_loss = -float(np.log(q2_typical))
