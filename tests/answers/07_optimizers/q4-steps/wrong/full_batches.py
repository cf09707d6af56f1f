# misconception: You count full batches only. The last batch of a round is smaller and is used too.
q4_steps = 43 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi * 460 / 880)) / 2
