# misconception: You count the weights. Activations are the layer's input and output.
def linear_activation_bytes(batch, in_features, out_features):
    return in_features * out_features * 4
