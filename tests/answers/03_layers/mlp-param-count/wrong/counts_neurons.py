# misconception: The neurons are counted instead of the connections between them.
def mlp_param_count(sizes):
    return sum(sizes)
