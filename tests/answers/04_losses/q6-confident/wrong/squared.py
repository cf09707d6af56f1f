# misconception: You square the difference of the scores. CrossEntropyLoss gives minus the
#   logarithm of the probability.
q6_loss = 200**2
q6_probability = 0
