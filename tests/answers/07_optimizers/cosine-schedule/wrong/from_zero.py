# misconception: Your warm-up starts at a rate of 0. The first step counts: (step + 1) / warmup.
# rank: 10
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * step / warmup)
    way = min(1, (step - warmup) / (total - warmup))
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
