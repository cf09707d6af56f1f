# misconception: A value is taken to cost 8 bytes, as in NumPy's default float64.
def linear_activation_bytes(batch, in_features, out_features):
    x = np.zeros((batch, in_features))
    y = np.zeros((batch, out_features))
    return x.nbytes + y.nbytes
