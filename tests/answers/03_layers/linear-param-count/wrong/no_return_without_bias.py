# misconception: There is a result only inside the if, so without a bias the function returns None.
def linear_param_count(in_features, out_features, bias=True):
    weight_count = in_features * out_features
    if bias:
        bias_count = out_features
        return weight_count + bias_count
