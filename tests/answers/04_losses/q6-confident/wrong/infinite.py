# misconception: That is what softmax and then the logarithm give. CrossEntropyLoss keeps them
#   together, and its result is finite.
# rank: 10
q6_loss = float("inf")
q6_probability = 0
