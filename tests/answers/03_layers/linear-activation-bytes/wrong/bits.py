# misconception: The result is in bits instead of bytes.
def linear_activation_bytes(batch, in_features, out_features):
    bits_per_value = 32
    return bits_per_value * (batch * in_features + batch * out_features)
