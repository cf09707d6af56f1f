# misconception: The number of the example in the text is returned whatever the sizes are.
def linear_param_count(in_features, out_features, bias=True):
    if bias:
        return 200960
    else:
        return 200704
