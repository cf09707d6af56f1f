# misconception: Only the input is counted, the output is forgotten.
def linear_activation_bytes(batch, in_features, out_features):
    return 4 * batch * in_features
