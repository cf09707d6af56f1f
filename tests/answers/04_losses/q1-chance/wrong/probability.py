# misconception: That is the probability of each class. The loss is minus its logarithm.
# rank: 10
q1_ten = 1 / 10
q1_thousand = 1 / 1000
