# misconception: The bytes of the parameters are returned instead of their number.
def linear_param_count(in_features, out_features, bias=True):
    total = in_features * out_features
    if bias:
        total += out_features
    return total * 4
