# style: as sums
q1_two = 0.1 + 0.19
q1_long = 1
