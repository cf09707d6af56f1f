# misconception: You return input and output as a pair. Return their sum.
def linear_activation_bytes(batch, in_features, out_features):
    input_bytes = batch * in_features * 4
    output_bytes = batch * out_features * 4
    return input_bytes, output_bytes
