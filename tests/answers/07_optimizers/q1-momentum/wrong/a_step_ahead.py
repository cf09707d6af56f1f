# misconception: That is Nesterov's momentum, which looks a step ahead. Here the weight moves by
#   the velocity alone.
q1_two = 0.1 * 1.9 + 0.1 * 2.71
q1_long = 1.0
