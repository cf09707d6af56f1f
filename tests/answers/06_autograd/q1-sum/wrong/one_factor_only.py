# misconception: x is both factors of x * x. Each of them sends 3 back, and the sum sends 1: that
#   is 3 + 3 + 1.
q1_first = 4
q1_second = 8
