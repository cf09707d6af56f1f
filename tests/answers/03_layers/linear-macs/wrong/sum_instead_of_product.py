# misconception: The sizes are added instead of multiplied.
def linear_macs(batch, in_features, out_features):
    return batch + in_features + out_features
