# misconception: You take the rate at the end of a quarter. The way is (460 - 40) / (880 - 40), a
#   half.
q4_steps = 44 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi / 4)) / 2
