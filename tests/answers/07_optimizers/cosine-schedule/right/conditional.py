# style: one expression
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0:
        raise ValueError(f"step {step} is negative")
    if not 0 <= warmup < total:
        raise ValueError(f"a warm-up of {warmup} of {total} steps")
    left = np.clip((total - step) / (total - warmup), 0, 1)
    falling = floor + (peak - floor) * (1 - np.cos(np.pi * left)) / 2
    return float(peak * (step + 1) / warmup if step < warmup else falling)
