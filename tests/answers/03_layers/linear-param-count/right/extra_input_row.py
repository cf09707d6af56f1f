# style: The bias is one more row of the weight matrix.
def linear_param_count(in_features, out_features, bias=True):
    rows = in_features + (1 if bias else 0)
    return rows * out_features
