# misconception: You return a float. Bytes are a whole number: use sum, * and +, without a division.
def mlp_activation_bytes(batch, sizes):
    average = np.mean(sizes)
    return batch * average * len(sizes) * 4
