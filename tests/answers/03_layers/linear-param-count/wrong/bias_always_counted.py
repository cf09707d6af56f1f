# misconception: You count the bias although bias=False. Count only the weights then.
def linear_param_count(in_features, out_features, bias=True):
    weights = in_features * out_features
    biases = out_features
    return weights + biases
