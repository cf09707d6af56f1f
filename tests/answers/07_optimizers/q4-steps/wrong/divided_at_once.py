# misconception: 1400 / 32 is no whole number. A round has 44 batches, of which the last one is
#   smaller.
q4_steps = 1400 / 32 * 20
q4_rate = 0.05
