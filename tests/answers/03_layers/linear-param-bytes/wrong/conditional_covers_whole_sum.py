# misconception: The conditional expression covers the whole sum, so without a bias nothing is counted.
def linear_param_bytes(in_features, out_features, bias=True):
    return 4 * (in_features * out_features + out_features) if bias else 0
