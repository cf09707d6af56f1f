# misconception: That is -log(1e-9): the loss of somebody who adds a small number.
#   CrossEntropyLoss gives the full one.
q6_loss = 20.7
q6_probability = 1e-9
