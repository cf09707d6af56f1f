# misconception: You leave out pi. The rate is peak × (1 + cos(pi × way)) / 2.
q4_steps = 44 * 20
q4_rate = 0.1 * (1 + np.cos(0.5)) / 2
