# misconception: A loss of 0 means that the network is sure and right. Here it is sure and wrong.
# rank: 11
q6_loss = 0
q6_probability = 0
