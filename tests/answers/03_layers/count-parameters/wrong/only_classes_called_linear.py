# misconception: You count only layers called Linear. Every layer with parameters() counts, whatever
#   its class.
def count_parameters(layers):
    total = 0
    for layer in layers:
        if type(layer).__name__ == "Linear":
            for p in layer.parameters():
                total += p.size
    return total
