# misconception: You multiply the rounds by the size of a batch. Multiply them by the number of
#   batches.
q4_steps = 20 * 32
q4_rate = 0.02
