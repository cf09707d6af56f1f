# misconception: Only the larger of input and output is counted, as if one could be overwritten by the other.
def linear_activation_bytes(batch, in_features, out_features):
    return 4 * batch * max(in_features, out_features)
