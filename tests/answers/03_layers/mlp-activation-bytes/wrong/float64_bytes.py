# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
def mlp_activation_bytes(batch, sizes):
    return sum(np.zeros((batch, n)).nbytes for n in sizes)
