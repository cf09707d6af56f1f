# misconception: You round up to whole KB. Return the exact number of bytes.
def linear_param_bytes(in_features, out_features, bias=True):
    size = in_features * out_features * 4
    if bias:
        size += out_features * 4
    kb = int(np.ceil(size / 1024))
    return kb * 1024
