# misconception: You reverse the list that was passed in. Only read it: it may be a tuple, and it
#   belongs to the caller.
def mlp_param_bytes(sizes):
    sizes.reverse()
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total * 4
