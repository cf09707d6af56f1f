# misconception: The batch is joined to the widths as a list, which fails when they come as a tuple.
def mlp_flops(batch, sizes):
    numbers = [batch] + sizes
    total = 0
    for i in range(1, len(numbers) - 1):
        total += 2 * numbers[0] * numbers[i] * numbers[i + 1]
    return total
