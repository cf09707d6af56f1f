# misconception: The number of the example in the text is returned.
def mlp_param_bytes(sizes):
    total_params = 200960 + 32896 + 1290
    return total_params * 4
