# misconception: You return whole KB. Bytes are asked for, so do not divide by 1,024.
def linear_param_bytes(in_features, out_features, bias=True):
    params = in_features * out_features + (out_features if bias else 0)
    return params * 4 // 1024
