# style: by the formula
q2_far = 0.01 * 500 / (np.sqrt(500.0**2) + 1e-8)
q2_bytes = 2 * np.zeros(9610, dtype=np.float32).nbytes
