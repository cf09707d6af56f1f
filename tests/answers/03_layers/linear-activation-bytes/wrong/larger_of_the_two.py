# misconception: You count only the larger of input and output. Both are kept, so add them.
def linear_activation_bytes(batch, in_features, out_features):
    return 4 * batch * max(in_features, out_features)
