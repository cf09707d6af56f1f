# misconception: You return KB. Bytes are asked for, so do not divide by 1,024.
def linear_param_bytes(in_features, out_features, bias=True):
    params = in_features * out_features
    if bias:
        params += out_features
    return params * 4 / 1024
