# misconception: The bytes are computed as bits divided by 8 and come back as a float.
def linear_param_bytes(in_features, out_features, bias=True):
    values = in_features * out_features + (out_features if bias else 0)
    return values * 32 / 8
