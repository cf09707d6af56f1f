# misconception: Those are velocities. The weight moves by the learning rate times the
#   velocity.
# rank: 10
q1_two = 1 + 1.9
q1_long = 1 / (1 - 0.9)
