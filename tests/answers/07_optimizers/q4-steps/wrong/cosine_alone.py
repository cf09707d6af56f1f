# misconception: You take the cosine alone. The rate is peak × (1 + cos(pi × way)) / 2.
# rank: 5
q4_steps = 44 * 20
q4_rate = 0.1 * np.cos(np.pi / 2)
