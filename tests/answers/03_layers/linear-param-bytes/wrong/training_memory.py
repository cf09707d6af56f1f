# misconception: Memory for gradients and optimizer state is added to that of the parameters.
def linear_param_bytes(in_features, out_features, bias=True):
    values = in_features * out_features
    if bias:
        values += out_features
    params = values * 4
    gradients = values * 4
    adam_moments = 2 * values * 4
    return params + gradients + adam_moments
