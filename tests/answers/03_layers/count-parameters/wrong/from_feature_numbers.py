# misconception: The count is computed from in_features and out_features with a bias in every layer.
def count_parameters(layers):
    total = 0
    for layer in layers:
        if hasattr(layer, "in_features"):
            total += layer.in_features * layer.out_features + layer.out_features
    return total
