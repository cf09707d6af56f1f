# style: the schedule written out
q4_steps = 20 * len(range(0, 1400, 32))
q4_rate = 0.0 + (0.1 - 0.0) * (1 + np.cos(np.pi * (460 - 40) / (q4_steps - 40))) / 2
