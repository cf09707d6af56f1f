# misconception: You return the number from the example. Compute it from in_features and
#   out_features.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return 200960
    else:
        return 200704
