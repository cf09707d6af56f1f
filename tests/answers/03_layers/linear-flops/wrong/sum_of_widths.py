# misconception: You add the two widths. Every input meets every output, so multiply them.
def linear_flops(batch, in_features, out_features):
    return 2 * batch * (in_features + out_features)
