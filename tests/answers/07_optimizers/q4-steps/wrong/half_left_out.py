# misconception: That is the peak. The rate at step 460 is peak × (1 + cos(pi × way)) / 2, with
#   half of the way done.
q4_steps = 44 * 20
q4_rate = 0.1 * (1 + np.cos(np.pi / 2))
