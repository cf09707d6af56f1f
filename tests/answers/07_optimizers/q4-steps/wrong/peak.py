# misconception: That is the peak. At step 460 the rate is already halfway down.
q4_steps = 44 * 20
q4_rate = 0.1
