# misconception: You add memory for gradients and the optimizer. Only the parameters are asked for.
def linear_param_bytes(in_features, out_features, bias=True):
    values = in_features * out_features
    if bias:
        values += out_features
    params = values * 4
    gradients = values * 4
    adam_moments = 2 * values * 4
    return params + gradients + adam_moments
