# misconception: You count samples. A step is a batch of 32 of them.
q4_steps = 1400 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi * (460 - 40) / (28000 - 40))) / 2
