# misconception: You multiply the gradients of the two passes. The second one is added to the
#   first: 7 + 7.
q1_first = 7
q1_second = 7 * 7
