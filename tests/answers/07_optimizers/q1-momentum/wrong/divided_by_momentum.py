# misconception: You divide by momentum. The velocity grows until it loses as much as it
#   gains, at 1 / (1 - momentum).
q1_two = 0.29
q1_long = 0.1 / 0.9
