# style: the probability computed in float32
q6_loss = 200.0
q6_probability = np.exp(np.float32(-200)) / np.float32(1)
