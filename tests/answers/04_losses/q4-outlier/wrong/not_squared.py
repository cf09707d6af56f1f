# misconception: You average the errors without squaring them.
q4_mse = (1 - 1 + 1 - 1 + 10) / 5
q4_share = 1.0
