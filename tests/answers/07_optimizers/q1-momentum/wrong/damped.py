# misconception: You take a mean of the gradients. The velocity adds the whole gradient at
#   each step.
q1_two = 0.1 * 0.1 + 0.1 * 0.19
q1_long = 0.1 * 1
