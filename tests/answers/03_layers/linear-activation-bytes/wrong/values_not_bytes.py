# misconception: You return the number of values. Each takes 4 bytes.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * (in_features + out_features)
