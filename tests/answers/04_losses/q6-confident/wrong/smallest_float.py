# misconception: exp(-200) is far below the smallest float32, 1.4e-45, and becomes 0.
q6_loss = 200
q6_probability = 1.4e-45
