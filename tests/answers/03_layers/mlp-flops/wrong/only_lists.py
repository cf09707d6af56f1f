# misconception: Your function works for lists only. The widths may come as a tuple too: only read
#   them.
def mlp_flops(batch, sizes):
    numbers = [batch] + sizes
    total = 0
    for i in range(1, len(numbers) - 1):
        total += 2 * numbers[0] * numbers[i] * numbers[i + 1]
    return total
