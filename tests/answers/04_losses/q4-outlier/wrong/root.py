# misconception: That is the square root of the mean squared error.
q4_mse = float(np.sqrt(104 / 5))
q4_share = 100 / 104
