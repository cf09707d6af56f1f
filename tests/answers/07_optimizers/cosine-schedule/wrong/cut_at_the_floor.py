# misconception: You cut a wave that goes down to 0 at the floor. Let it come down to the
#   floor: floor + (peak - floor) × ….
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(max(floor, peak * (1 + np.cos(np.pi * way)) / 2))
