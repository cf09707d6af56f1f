# misconception: You return bytes. The number of values is asked for, without the factor 4.
def linear_param_count(in_features, out_features, bias=True):
    total = in_features * out_features
    if bias:
        total += out_features
    return total * 4
