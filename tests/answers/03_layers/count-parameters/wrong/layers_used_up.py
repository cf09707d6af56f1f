# misconception: The layers are popped from the caller's list, which is empty afterwards.
def count_parameters(layers):
    total = 0
    while layers:
        layer = layers.pop()
        for p in layer.parameters():
            total += p.size
    return total
