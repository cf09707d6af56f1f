# style: NumPy
errors = np.array([1, -1, 1, -1, 10])
q4_mse = np.mean(errors**2)
q4_share = errors[-1] ** 2 / np.sum(errors**2)
