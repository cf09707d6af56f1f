# style: a sine, a quarter of a wave earlier
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    half = (peak - floor) / 2
    return float((peak + floor) / 2 - half * np.sin(np.pi * (way - 0.5)))
