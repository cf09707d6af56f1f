# style: NumPy multiplies, and the result is a 64-bit NumPy integer.
def linear_param_count(in_features, out_features, bias=True):
    weights = np.prod([in_features, out_features], dtype=np.int64)
    return weights + np.int64(out_features) * np.int64(bool(bias))
