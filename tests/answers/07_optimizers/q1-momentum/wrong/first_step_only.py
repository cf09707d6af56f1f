# misconception: That is the first step alone. The second one comes on top of it.
q1_two = 0.1
q1_long = 1.0
