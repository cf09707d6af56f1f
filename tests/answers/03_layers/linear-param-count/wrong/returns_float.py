# misconception: The count is returned as a float.
def linear_param_count(in_features, out_features, bias=True):
    total = np.prod([in_features, out_features], dtype=float)
    if bias:
        total += out_features
    return total
