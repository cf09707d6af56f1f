# misconception: You add the weights and biases. They are parameters, not activations.
def linear_activation_bytes(batch, in_features, out_features):
    activations = batch * in_features + batch * out_features
    params = in_features * out_features + out_features
    return (activations + params) * 4
