# misconception: You return an array. The task asks for a Python float: float(...).
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return np.array(peak * (step + 1) / warmup)
    if step >= total:
        return np.array(floor)
    way = (step - warmup) / (total - warmup)
    return np.array(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
