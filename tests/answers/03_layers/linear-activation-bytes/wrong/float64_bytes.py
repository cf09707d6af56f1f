# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
def linear_activation_bytes(batch, in_features, out_features):
    x = np.zeros((batch, in_features))
    y = np.zeros((batch, out_features))
    return x.nbytes + y.nbytes
