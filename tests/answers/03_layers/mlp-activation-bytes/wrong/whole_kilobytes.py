# misconception: The result is in whole KB instead of bytes.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for width in sizes:
        total += batch * width * 4
    return total // 1024
