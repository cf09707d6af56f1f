# misconception: A loss of 0 means probability 1 for the right class. Here every class gets the
#   same.
q1_ten = 0
q1_thousand = 0
