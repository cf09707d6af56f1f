# misconception: You return a text with a unit. Return the number itself.
def linear_param_bytes(in_features, out_features, bias=True):
    size = in_features * out_features * 4
    if bias:
        size += out_features * 4
    return str(size) + " bytes"
