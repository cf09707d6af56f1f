# misconception: You count only the first width. Move the return behind the loop.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes:
        total += 4 * batch * width
        return total
