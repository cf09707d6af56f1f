# misconception: Without a bias your function returns nothing. The return must be reached in both
#   cases.
def linear_param_count(in_features, out_features, bias=True):
    weight_count = in_features * out_features
    if bias:
        bias_count = out_features
        return weight_count + bias_count
