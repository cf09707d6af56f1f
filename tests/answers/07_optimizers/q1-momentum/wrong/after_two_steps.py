# misconception: That is the second step. The velocity goes on growing, up to 1 / (1 -
#   momentum).
q1_two = 0.29
q1_long = 0.19
