# misconception: That is the logarithm of the probability, which is negative. The loss has a
#   minus sign before it.
# rank: 11
q1_ten = float(np.log(1 / 10))
q1_thousand = float(np.log(1 / 1000))
