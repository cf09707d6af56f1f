# misconception: You use a whole wave, down and up again. Half a wave ends at pi.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * (1 + np.cos(2 * np.pi * way)) / 2)
