# misconception: You set the total back to 0 at every layer, so only the last one remains. Start
#   once, before the loop.
def count_parameters(layers):
    for layer in layers:
        total = 0
        for p in layer.parameters():
            total += p.size
    return total
