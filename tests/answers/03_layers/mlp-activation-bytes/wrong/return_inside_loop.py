# misconception: The return stands inside the loop, so only the first width is counted.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes:
        total += 4 * batch * width
        return total
