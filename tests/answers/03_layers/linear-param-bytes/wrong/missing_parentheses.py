# misconception: Parentheses are missing, so only the bias is multiplied by 4.
def linear_param_bytes(in_features, out_features, bias=True):
    if bias:
        return in_features * out_features + out_features * 4
    return in_features * out_features * 4
