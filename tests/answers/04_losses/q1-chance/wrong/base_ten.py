# misconception: That is the logarithm to base 10. The natural logarithm is np.log.
# rank: 12
q1_ten = 1
q1_thousand = 3
