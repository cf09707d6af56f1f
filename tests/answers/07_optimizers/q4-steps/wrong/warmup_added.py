# misconception: You add the warm-up to the steps. It is a part of them, since total is the number
#   of all steps.
q4_steps = 44 * 20 + 40
q4_rate = 0.1 * (1 + np.cos(np.pi * (460 - 40) / (920 - 40))) / 2
