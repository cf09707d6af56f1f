# misconception: A value is taken to cost 8 bytes, as in float64.
def mlp_activation_bytes(batch, sizes):
    return sum(np.zeros((batch, n)).nbytes for n in sizes)
