# misconception: You take the layers out of the list that was passed in. Only read it: it belongs to
#   the caller.
def count_parameters(layers):
    total = 0
    while layers:
        layer = layers.pop()
        for p in layer.parameters():
            total += p.size
    return total
