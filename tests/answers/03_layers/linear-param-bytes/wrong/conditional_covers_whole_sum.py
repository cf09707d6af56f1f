# misconception: Without a bias you return 0. Put the condition in brackets, so that it covers the
#   bias alone.
def linear_param_bytes(in_features, out_features, bias=True):
    return 4 * (in_features * out_features + out_features) if bias else 0
