# misconception: Only parameters whose requires_grad is True are counted.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            if p.requires_grad:
                total += p.size
    return total
