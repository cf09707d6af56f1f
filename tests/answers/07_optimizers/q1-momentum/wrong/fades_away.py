# misconception: You leave out the new gradients, so the velocity fades. Each step adds the
#   gradient 1 to it.
q1_two = 0.1 + 0.1 * 0.9
q1_long = 0.0
