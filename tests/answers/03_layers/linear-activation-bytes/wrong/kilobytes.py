# misconception: The result is in KB instead of bytes.
def linear_activation_bytes(batch, in_features, out_features):
    total = batch * (in_features + out_features) * 4
    return total // 1024
