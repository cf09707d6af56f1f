# misconception: You read the flag the wrong way round: bias=True is the layer with a bias.
def linear_param_count(in_features, out_features, bias=True):
    params = in_features * out_features
    if not bias:
        params += out_features
    return params
