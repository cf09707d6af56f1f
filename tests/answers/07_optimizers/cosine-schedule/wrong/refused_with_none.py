# misconception: You print what is wrong and return None. Raise a ValueError.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        print("there is no such step")
        return None
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
