# misconception: You count only parameters whose requires_grad is True. All of them count.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            if p.requires_grad:
                total += p.size
    return total
