# misconception: That is the sum over all classes, each with its probability as the loss. Only
#   the class of the label counts.
q1_ten = 1.0
q1_thousand = 1.0
