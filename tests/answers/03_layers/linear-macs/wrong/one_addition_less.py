# misconception: A dot product is counted with n - 1 operations, since n numbers need n - 1 additions.
def linear_macs(batch, in_features, out_features):
    return batch * (in_features - 1) * out_features
