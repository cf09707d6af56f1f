# misconception: The bytes of the bias are counted even when the layer has none.
def linear_param_bytes(in_features, out_features, bias=True):
    return 4 * (in_features + 1) * out_features
