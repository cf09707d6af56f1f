# misconception: You add the floor to the whole wave, so it starts above the peak. The wave
#   has the height peak - floor.
# rank: 15
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + peak * (1 + np.cos(np.pi * way)) / 2)
