# misconception: You return a float. A count is a whole number: use * and +, without a division.
def linear_param_count(in_features, out_features, bias=True):
    total = np.prod([in_features, out_features], dtype=float)
    if bias:
        total += out_features
    return total
