# misconception: You add the two sizes. There is a weight for every pair of an input and an output,
#   so multiply.
def linear_param_bytes(in_features, out_features, bias=True):
    weights = (in_features + out_features) * 4
    return weights + out_features * 4 if bias else weights
