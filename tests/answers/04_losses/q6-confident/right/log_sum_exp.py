# style: log-sum-exp minus the score
q6_loss = float(np.logaddexp(0, 200) - 0)
q6_probability = 0.0
