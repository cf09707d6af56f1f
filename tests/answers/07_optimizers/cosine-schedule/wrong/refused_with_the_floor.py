# misconception: You return the floor for what cannot be right. Raise a ValueError.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        return float(floor)
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
