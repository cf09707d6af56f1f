# misconception: The widths are popped from the caller's list, which is empty afterwards.
def mlp_param_count(sizes):
    total = 0
    while len(sizes) > 1:
        n_in = sizes.pop(0)
        total += n_in * sizes[0] + sizes[0]
    return total
