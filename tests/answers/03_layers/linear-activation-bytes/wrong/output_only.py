# misconception: Only the output is counted, the input is forgotten.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * out_features * 4
