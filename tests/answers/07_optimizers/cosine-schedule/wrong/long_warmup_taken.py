# misconception: You do not compare the warm-up with total. Raise a ValueError if warmup >=
#   total.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0:
        raise ValueError("a step and a warm-up are 0 or more")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
