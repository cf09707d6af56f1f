# misconception: You use assert, which raises an AssertionError. The task asks for a
#   ValueError.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    assert step >= 0 and 0 <= warmup < total
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
