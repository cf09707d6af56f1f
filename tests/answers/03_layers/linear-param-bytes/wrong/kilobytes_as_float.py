# misconception: The result is in KB, as a float, instead of bytes.
def linear_param_bytes(in_features, out_features, bias=True):
    params = in_features * out_features
    if bias:
        params += out_features
    return params * 4 / 1024
