# misconception: You count the bias as a table of the weight's shape. It is a row of out_features
#   values.
def linear_param_count(in_features, out_features, bias=True):
    n = in_features * out_features
    if bias:
        n = n * 2
    return n
