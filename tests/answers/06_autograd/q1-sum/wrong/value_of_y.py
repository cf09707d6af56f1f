# misconception: That is y, not its gradient. The gradient of x * x + x with respect to x is 3 + 3
#   + 1.
q1_first = 3 * 3 + 3
q1_second = 2 * (3 * 3 + 3)
