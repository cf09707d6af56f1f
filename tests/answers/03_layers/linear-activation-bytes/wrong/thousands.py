# misconception: You return units of 1,000 bytes. Bytes are asked for, so do not divide.
def linear_activation_bytes(batch, in_features, out_features):
    total = batch * (in_features + out_features) * 4
    return total / 1000
