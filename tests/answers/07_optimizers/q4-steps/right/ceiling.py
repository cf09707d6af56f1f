# style: the ceiling
q4_steps = int(np.ceil(1400 / 32)) * 20
q4_rate = 0.1 * (1 + np.cos(np.pi / 2)) / 2
