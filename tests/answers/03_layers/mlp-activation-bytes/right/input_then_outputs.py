# style: The input first, then the output of every layer.
def mlp_activation_bytes(batch: int, sizes: list) -> int:
    memory = 4 * batch * sizes[0]
    for layer in range(1, len(sizes)):
        memory += 4 * batch * sizes[layer]
    return memory
