# misconception: The result is in units of 1,000 bytes.
def linear_activation_bytes(batch, in_features, out_features):
    total = batch * (in_features + out_features) * 4
    return total / 1000
