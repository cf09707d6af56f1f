# misconception: Your way starts at step 0. It starts at the end of the warm-up: subtract
#   warmup from step and from total.
# rank: 11
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = step / total
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
