# misconception: You print the number. Return it instead.
def linear_param_count(in_features, out_features, bias=True):
    n = in_features * out_features
    if bias:
        n += out_features
    print(n)
