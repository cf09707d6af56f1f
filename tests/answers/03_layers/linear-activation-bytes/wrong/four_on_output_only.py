# misconception: Parentheses are missing, so only the output is multiplied by 4 bytes.
def linear_activation_bytes(batch, in_features, out_features):
    return batch * in_features + batch * out_features * 4
