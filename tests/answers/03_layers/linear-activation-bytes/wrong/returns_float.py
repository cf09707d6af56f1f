# misconception: The bytes are returned as a float.
def linear_activation_bytes(batch, in_features, out_features):
    input_bytes = batch * in_features * 4.0
    output_bytes = batch * out_features * 4.0
    return input_bytes + output_bytes
