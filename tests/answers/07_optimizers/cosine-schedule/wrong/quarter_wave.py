# misconception: You use a quarter of a wave. Half a wave, (1 + cos) / 2 with the angle pi ×
#   way, comes down smoothly at both ends.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return float(peak * (step + 1) / warmup)
    if step >= total:
        return float(floor)
    way = (step - warmup) / (total - warmup)
    return float(floor + (peak - floor) * np.cos(np.pi / 2 * way))
