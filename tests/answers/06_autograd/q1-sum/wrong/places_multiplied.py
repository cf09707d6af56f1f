# misconception: You multiply the gradients of the three places. Along one path they are
#   multiplied, but those of different paths are added.
q1_first = 3 * 3 * 1
q1_second = 2 * 9
