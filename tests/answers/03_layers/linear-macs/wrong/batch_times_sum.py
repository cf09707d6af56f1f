# misconception: You add the two widths. Every input meets every output, so multiply them.
def linear_macs(batch, in_features, out_features):
    return batch * (in_features + out_features)
