# misconception: Input and output width are multiplied instead of added.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * in_features * out_features * 4
