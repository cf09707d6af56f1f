# misconception: NumPy's mean is used, so the result is a float.
def mlp_activation_bytes(batch, sizes):
    average = np.mean(sizes)
    return batch * average * len(sizes) * 4
