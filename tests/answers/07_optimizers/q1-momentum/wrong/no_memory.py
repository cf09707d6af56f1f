# misconception: You leave out the memory. The second step is longer: its velocity is
#   0.9 × 1 + 1.
q1_two = 0.2
q1_long = 0.1
