# misconception: That is the squared error of the right class. The loss is minus the logarithm of
#   its probability.
q1_ten = 0.9**2
q1_thousand = 0.999**2
