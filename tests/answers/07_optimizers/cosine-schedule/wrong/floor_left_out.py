# misconception: Your cosine goes down to 0. It goes from peak to floor: floor + (peak -
#   floor) × ….
# rank: 14
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(peak * (1 + np.cos(np.pi * way)) / 2)
