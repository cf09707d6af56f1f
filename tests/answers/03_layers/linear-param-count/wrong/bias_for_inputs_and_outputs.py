# misconception: You give biases to the inputs as well as to the outputs. Only the outputs have
#   them.
def linear_param_count(in_features, out_features, bias=True):
    w = in_features * out_features
    b = in_features + out_features if bias else 0
    return w + b
