# misconception: You use the formula of the warm-up. Step 460 comes long after the 40 steps of
#   warm-up.
q4_steps = 44 * 20
q4_rate = 0.1 * (460 + 1) / 40
