# misconception: You compute the count from in_features and out_features. Ask each layer for its
#   parameters().
def count_parameters(layers):
    total = 0
    for layer in layers:
        if hasattr(layer, "in_features"):
            total += layer.in_features * layer.out_features + layer.out_features
    return total
