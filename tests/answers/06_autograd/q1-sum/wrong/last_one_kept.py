# misconception: You keep only one of the gradients that arrive at x. Those of all places where x
#   is used are added: 3 + 3 + 1.
q1_first = 3
q1_second = 3
