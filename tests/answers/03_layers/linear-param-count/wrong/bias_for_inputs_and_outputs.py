# misconception: There is a bias value for every input as well as for every output.
def linear_param_count(in_features, out_features, bias=True):
    w = in_features * out_features
    b = in_features + out_features if bias else 0
    return w + b
