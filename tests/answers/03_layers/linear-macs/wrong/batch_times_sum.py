# misconception: The batch is multiplied by the sum of the two widths instead of their product.
def linear_macs(batch, in_features, out_features):
    return batch * (in_features + out_features)
