# misconception: You leave out the last layer. The loop must reach the end of the list.
def count_parameters(layers):
    total = 0
    for i in range(len(layers) - 1):
        for p in layers[i].parameters():
            total += p.size
    return total
