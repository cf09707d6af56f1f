# misconception: The bias is given one value per input feature instead of one per output feature.
def linear_param_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias:
        count += in_features
    return count
