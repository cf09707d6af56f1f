# style: the size of an array
q2_batch = np.zeros((64, 3, 224, 224), dtype=np.float32).nbytes
q2_all = q2_batch // 64 * 50_000
