# misconception: The flag is read the wrong way round: the bias is counted when bias is False.
def linear_param_count(in_features, out_features, bias=True):
    params = in_features * out_features
    if not bias:
        params += out_features
    return params
