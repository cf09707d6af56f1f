# misconception: You return a float. Bytes are a whole number: use * and +, without a division.
def linear_activation_bytes(batch, in_features, out_features):
    input_bytes = batch * in_features * 4.0
    output_bytes = batch * out_features * 4.0
    return input_bytes + output_bytes
