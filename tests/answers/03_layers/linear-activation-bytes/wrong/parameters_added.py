# misconception: The memory of weight and bias is added to that of input and output.
def linear_activation_bytes(batch, in_features, out_features):
    activations = batch * in_features + batch * out_features
    params = in_features * out_features + out_features
    return (activations + params) * 4
