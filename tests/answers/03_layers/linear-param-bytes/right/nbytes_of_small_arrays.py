# style: NumPy says how large one float32 is.
def linear_param_bytes(in_features, out_features, bias=True):
    itemsize = np.dtype(np.float32).itemsize
    total = in_features * out_features * itemsize
    if bias:
        total += out_features * itemsize
    return total
