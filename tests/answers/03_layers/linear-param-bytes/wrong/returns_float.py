# misconception: You return a float. Bytes are a whole number: multiply by 4 instead of dividing.
def linear_param_bytes(in_features, out_features, bias=True):
    values = in_features * out_features + (out_features if bias else 0)
    return values * 32 / 8
