# misconception: You return KB. Bytes are asked for, so do not divide by 1,024.
def linear_activation_bytes(batch, in_features, out_features):
    total = batch * (in_features + out_features) * 4
    return total // 1024
