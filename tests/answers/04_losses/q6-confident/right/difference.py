# style: the difference of the scores
q6_loss = 200 - 0
q6_probability = 0
