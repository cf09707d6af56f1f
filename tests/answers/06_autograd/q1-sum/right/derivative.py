# style: from the derivative on paper
x = 3.0
q1_first = 2 * x + 1
q1_second = 2 * q1_first
