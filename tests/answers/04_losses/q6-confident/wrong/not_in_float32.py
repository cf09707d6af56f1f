# misconception: On paper the probability is exp(-200), and a float of 64 bits holds that. The
#   smallest float32 is about 1.4e-45, so it becomes 0.
# rank: 12
q6_loss = 200
q6_probability = float(np.exp(-200))
