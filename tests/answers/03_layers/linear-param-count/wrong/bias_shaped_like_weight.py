# misconception: The bias is taken for a matrix of the shape of the weights.
def linear_param_count(in_features, out_features, bias=True):
    n = in_features * out_features
    if bias:
        n = n * 2
    return n
