# misconception: You return the number from the example. Compute it from the widths.
def mlp_param_bytes(sizes):
    total_params = 200960 + 32896 + 1290
    return total_params * 4
