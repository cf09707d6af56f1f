# style: the square of the cosine of half the angle
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    way = min(1.0, (step - warmup) / (total - warmup))
    return float(floor + (peak - floor) * np.cos(np.pi * way / 2) ** 2)
