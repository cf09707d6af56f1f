# misconception: You return units of 1,000 bytes. Bytes are asked for, so do not divide.
def mlp_param_bytes(sizes):
    count = 0
    for i in range(len(sizes) - 1):
        count += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return count * 4 // 1000
