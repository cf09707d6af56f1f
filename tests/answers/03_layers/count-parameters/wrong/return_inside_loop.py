# misconception: You count only the first layer. Move the return behind the loop.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += p.size
        return total
