# misconception: A bound of 100 belongs to BinaryCrossEntropyLoss. CrossEntropyLoss gets the
#   scores and needs no bound.
q6_loss = 100
q6_probability = 0
