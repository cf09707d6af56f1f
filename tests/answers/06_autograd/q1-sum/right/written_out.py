# style: the derivative 2 x + 1
q1_first = 2 * 3 + 1
q1_second = 2 * (2 * 3 + 1)
