# misconception: The bytes are rounded up to whole KB.
def linear_param_bytes(in_features, out_features, bias=True):
    size = in_features * out_features * 4
    if bias:
        size += out_features * 4
    kb = int(np.ceil(size / 1024))
    return kb * 1024
