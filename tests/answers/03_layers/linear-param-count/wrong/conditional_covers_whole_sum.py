# misconception: The conditional expression covers the whole sum, so without a bias the result is 0.
def linear_param_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features if bias else 0
