# misconception: You count the bias although bias=False. Only the weights take memory then.
def linear_param_bytes(in_features, out_features, bias=True):
    return 4 * (in_features + 1) * out_features
