# misconception: You accept a negative step. Raise a ValueError if step < 0.
# rank: 21
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if warmup < 0 or warmup >= total:
        raise ValueError("the warm-up does not fit")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
