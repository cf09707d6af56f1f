# misconception: The two widths are added instead of multiplied.
def linear_flops(batch, in_features, out_features):
    return 2 * batch * (in_features + out_features)
