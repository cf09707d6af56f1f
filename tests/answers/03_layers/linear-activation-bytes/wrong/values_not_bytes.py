# misconception: The number of values is returned instead of their bytes.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * (in_features + out_features)
