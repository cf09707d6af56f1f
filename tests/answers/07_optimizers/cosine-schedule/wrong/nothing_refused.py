# misconception: You refuse nothing. Raise a ValueError for a negative step, and for a warm-
#   up that is negative or not smaller than total.
# rank: 20
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / max(1, total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
