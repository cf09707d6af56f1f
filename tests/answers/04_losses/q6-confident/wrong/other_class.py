# misconception: That is the result for the second class. The label is the first one, 0.
q6_loss = 0
q6_probability = 1
