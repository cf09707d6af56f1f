# misconception: You count full batches only. The last batch of a round is smaller and is used too.
# rank: 10
q4_steps = 1400 // 32 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi * (460 - 40) / (860 - 40))) / 2
