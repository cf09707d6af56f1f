# misconception: You count the way from step 0. It begins after the warm-up: (step - warmup) /
#   (total - warmup).
# rank: 20
q4_steps = 44 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi * 460 / 880)) / 2
